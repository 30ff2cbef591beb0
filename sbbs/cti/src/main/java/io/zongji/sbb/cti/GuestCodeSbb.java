package io.zongji.sbb.cti;

import io.zongji.domain.config.AdmissionDecision;
import io.zongji.domain.phone.GuestSignIn;
import io.zongji.domain.phone.Pin;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.SignalDetectorEvent;
import java.time.Duration;
import java.util.List;
import javax.slee.ActivityContextInterface;

/**
 * Somebody signs in at a phone that is not the own one: is asked for number and PIN, and told what comes of it. The PIN is compared
 * at once and kept nowhere, not even in a field of this entity, which operators can look at.
 */
public abstract class GuestCodeSbb extends CodeSbb {

    private static final String ASK_NUMBER = "ask-number";
    private static final String ASK_PIN = "ask-pin";
    private static final String NO_KEYS = "nothing";
    private static final int LONGEST_NUMBER = 20;
    private static final Duration FIRST_KEY = Duration.ofSeconds(10);
    private static final Duration NEXT_KEY = Duration.ofSeconds(5);

    /** The extension of the phone; null when no guest is at it. */
    public abstract String getGuestPhone();

    public abstract void setGuestPhone(String extension);

    /** The number by which the guest is known; empty to be asked for. */
    public abstract String getGuestNumber();

    public abstract void setGuestNumber(String number);

    /** What a PIN that was dialled has come to; null to be asked for. */
    public abstract GuestSignIn.Outcome getGuestOutcome();

    public abstract void setGuestOutcome(GuestSignIn.Outcome outcome);

    @Override
    final void expectGuest(AdmissionDecision.ToGuestSignIn dialled) {
        setGuestPhone(dialled.phone().number());
        setGuestNumber(dialled.dialled().number());
        if (!isReachable(getGuestPhone())) {
            setGuestOutcome(GuestSignIn.Outcome.UNREACHABLE);
        } else if (!dialled.dialled().pin().isEmpty()) {
            check(dialled.dialled().pin());
        }
    }

    private void check(String pin) {
        GuestSignIn checked = codes().check(getGuestNumber(), pin, getGuestPhone());
        setGuestOutcome(checked.outcome());
        setAgent(checked.agent());
    }

    @Override
    final boolean hasGuest() {
        return getGuestPhone() != null;
    }

    @Override
    final void askGuest() {
        if (getGuestOutcome() != null) {
            setDue(getGuestOutcome() == GuestSignIn.Outcome.SIGN_IN);
            tell(getGuestOutcome().name());
        } else if (getGuestNumber().isEmpty()) {
            ask(ASK_NUMBER, LONGEST_NUMBER);
        } else {
            ask(ASK_PIN, Pin.LONGEST + 1);
        }
    }

    private void ask(String what, int most) {
        phone().connection().player().play(PlayRequest.once(what, List.of(TOLD + what), true));
        phone().connection().signalDetector().receiveSignals(new CollectRequest(what, most, '#', FIRST_KEY, NEXT_KEY));
    }

    public void onSignalDetectorEvent(SignalDetectorEvent event, ActivityContextInterface activity) {
        boolean stopped = event.reason() == SignalDetectorEvent.Reason.STOPPED;
        if (stopped || phone() == null || phone().connection() == null || getGuestOutcome() != null) {
            return;
        }
        if (event.digits().isEmpty()) {
            tell(NO_KEYS);
            return;
        }
        if (event.collectId().equals(ASK_NUMBER)) {
            setGuestNumber(event.digits());
        } else {
            check(event.digits());
        }
        askGuest();
    }

    @Override
    final void signInGuest() {
        codes().signInAt(getAgent(), getGuestPhone());
    }
}
