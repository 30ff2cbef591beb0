package io.zongji.sbb.cti;

import io.zongji.domain.call.Cause;
import io.zongji.domain.trunk.RoutePlan;
import io.zongji.ra.sip.auth.DigestAnswer;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leg that we dial, until somebody rings. Says who we are when a carrier asks, and goes on to the next trunk when one fails;
 * the call hears of a failure only when none is left.
 */
public abstract class DiallingLegSbb extends MovingLegSbb {

    private static final Logger log = LoggerFactory.getLogger(DiallingLegSbb.class);
    /** Credentials are wrong, or two proxies ask in turn without end. */
    private static final int MOST_CHALLENGES = 3;

    public abstract Destination getDestination();

    public abstract void setDestination(Destination destination);

    /** Our SDP, which each trunk is sent. */
    public abstract String getOffer();

    public abstract void setOffer(String sdp);

    /** Ends the patience with a trunk; null when it has answered, or there is no trunk. */
    public abstract TimerID getPatience();

    public abstract void setPatience(TimerID timer);

    /** How this carrier wants to be told who we are; null before it has asked. */
    public abstract DigestAnswer getDigest();

    public abstract void setDigest(DigestAnswer digest);

    /** How often this carrier has asked. */
    public abstract int getChallenges();

    public abstract void setChallenges(int count);

    @Override
    public final String trunk() {
        Way way = getDestination() == null ? null : getDestination().way();
        return way == null ? null : way.trunk();
    }

    final void invite(String sdp) {
        if (getState() == LegState.PREPARING) {
            setOffer(sdp);
            setState(LegState.TRYING);
            send(null);
        }
    }

    /** @param challenge to be answered by the same INVITE with credentials (RFC 3261, 22.2); null for the first */
    private void send(Response challenge) {
        Destination to = getDestination();
        try {
            DialogActivity dialog = newDialog(to);
            openDialog(dialog);
            if (to.way() != null && to.way().account() != null) {
                identify(dialog, to.way().account(), getDigest());
            }
            Request invite = messages().invite(dialog.createRequest(Request.INVITE), to, getOffer());
            if (challenge != null) {
                messages().continueCall(invite, challenge);
            }
            setPatience(
                    to.way() == null
                            ? null
                            : startTimer(getDialogActivity(), to.way().patienceMillis()));
            dialog.sendRequest(invite);
        } catch (SipException | ParseException e) {
            log.warn("Leg {} could not be dialled: {}", getLeg(), e.toString());
            giveUp(Cause.UNREACHABLE, false, "cannot be sent to");
        }
    }

    /** The first sign of life, also a 100. */
    public void onTrying(ResponseEvent event, ActivityContextInterface activity) {
        if (activity.equals(getDialogActivity())) {
            heard();
        }
    }

    final void heard() {
        setPatience(null);
        if (getDestination().way() != null) {
            outside().health().answered(getDestination().way().trunk());
        }
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getPatience())) {
            super.onTimer(event, activity);
        } else if (getState() == LegState.TRYING) {
            giveUp(Cause.UNREACHABLE, false, "does not answer");
        }
    }

    @Override
    final void refusedSetUp(Response refusal) {
        int status = refusal.getStatusCode();
        if (getState() != LegState.TRYING || getDestination().way() == null) {
            closed(Cause.fromSipStatus(status), true);
        } else if (takeUp(refusal)) {
            leaveDialog();
            send(refusal);
        } else if (RoutePlan.isTrunksFault(status)) {
            giveUp(Cause.fromSipStatus(status), true, "refuses with " + status);
        } else {
            heard();
            closed(Cause.fromSipStatus(status), true);
        }
    }

    /** Whether a challenge can be answered: in the next dialog, and in all that is sent there. */
    private boolean takeUp(Response refusal) {
        if (getDestination().way().account() == null || getChallenges() == MOST_CHALLENGES) {
            return false;
        }
        Optional<DigestAnswer> answer = DigestAnswer.to(refusal);
        boolean rejected = getDigest() != null && !DigestAnswer.isStale(refusal);
        if (answer.isEmpty() || rejected) {
            return false;
        }
        setChallenges(getChallenges() + 1);
        setDigest(answer.get());
        return true;
    }

    @Override
    final void unansweredRequest() {
        if (getState() == LegState.TRYING) {
            giveUp(Cause.UNREACHABLE, false, "does not answer");
        } else {
            closed(getState() == LegState.CONNECTED ? Cause.SESSION_TIMEOUT : Cause.UNREACHABLE, false);
        }
    }

    /** This way leads nowhere: on to the next trunk, or to the end. */
    private void giveUp(Cause cause, boolean byPeer, String why) {
        Way way = getDestination().way();
        if (way != null) {
            outside().health().failed(way.trunk(), why);
        }
        Destination next = getDestination().next();
        if (next == null) {
            leaveDialog();
            closed(cause, byPeer);
            return;
        }
        log.info(
                "Leg {}: trunk {} {}, on to {}",
                getLeg(),
                way.trunk(),
                why,
                next.way().trunk());
        leaveDialog();
        setDigest(null);
        setChallenges(0);
        setDestination(next);
        send(null);
    }

    /** Nobody listens there any more: the resource adaptor cancels what is under way, and ends what is answered late. */
    private void leaveDialog() {
        ActivityContextInterface dialog = getDialogActivity();
        setDialogActivity(null);
        setPatience(null);
        if (dialog != null && !dialog.isEnding()) {
            dialog.detach(context().getSbbLocalObject());
        }
    }
}
