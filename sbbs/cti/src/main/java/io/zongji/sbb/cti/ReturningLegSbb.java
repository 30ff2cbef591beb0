package io.zongji.sbb.cti;

import io.zongji.domain.call.Cause;
import io.zongji.domain.config.OutboundAccount;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.SdpPortManager.Peer;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.sip.Flow;
import io.zongji.ra.sip.FlowLost;
import io.zongji.ra.sip.IdentifiedDialog;
import io.zongji.ra.sip.auth.DigestAnswer;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.ra.store.OutsideLines;
import io.zongji.sbb.events.LegResumed;
import io.zongji.sbb.events.LegSuspended;
import io.zongji.sbb.events.PhoneReturned;
import java.text.ParseException;
import java.util.function.UnaryOperator;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leg whose party may be a page. When the page is lost in the talk, by a reload or a broken line, the leg does not end:
 * it keeps its media connection and waits. As soon as the page registers again it is called, in a dialog of its own, with
 * an offer of the same connection; a reloaded page knows nothing of the old dialog, so that {@code Replaces} would be
 * refused (RFC 3891, 3).
 */
public abstract class ReturningLegSbb extends PageLegSbb {

    private static final Logger log = LoggerFactory.getLogger(ReturningLegSbb.class);
    private static final String LINE_LOST = "lineLost";
    private static final String MEDIA_LOST = "mediaLost";

    private CallCentreStore store;
    private TimerFacility timers;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        super.lookUp(environment);
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
    }

    final OutsideLines outside() {
        return store.outside();
    }

    /** Tells in a dialog who we are for a trunk's carrier, whenever it asks. */
    final void identify(DialogActivity dialog, OutboundAccount account, DigestAnswer answered) {
        // A pooled object may serve another leg when the password is needed: what is asked then knows nothing of this
        // one.
        UnaryOperator<String> passwords = store.outside().passwords();
        ((IdentifiedDialog) dialog).identify(answered, account.user(), () -> password(account, passwords));
    }

    private static String password(OutboundAccount account, UnaryOperator<String> passwords) {
        try {
            return passwords.apply(account.sealedPassword());
        } catch (IllegalArgumentException e) {
            log.error("The password of the carrier's user {} cannot be read: {}", account.user(), e.getMessage());
            return null;
        }
    }

    /** Sets a timer on an activity that this leg is attached to, so many milliseconds from now. */
    final TimerID startTimer(ActivityContextInterface activity, long afterMillis) {
        return timers.setTimer(activity, null, store.clock().millis() + afterMillis, new TimerOptions());
    }

    /** Has the timer that ends the wait; null unless the page is waited for. */
    public abstract ActivityContextInterface getWait();

    public abstract void setWait(ActivityContextInterface wait);

    /** The dialog in which the returned page is called; null unless that is going on. */
    public abstract ActivityContextInterface getReturnDialog();

    public abstract void setReturnDialog(ActivityContextInterface dialog);

    public abstract void fireLegSuspended(LegSuspended event, ActivityContextInterface activity, Address address);

    public abstract void fireLegResumed(LegResumed event, ActivityContextInterface activity, Address address);

    /** The first INVITE of a leg that we dial was answered. */
    void answered(ResponseEvent event) {}

    /** The first INVITE of a leg that we dial came to nothing. */
    void failed(ResponseEvent event) {}

    /** A request got no answer. */
    void unanswered() {}

    // The loss

    public void onFlowLost(FlowLost event, ActivityContextInterface line) {
        if (!line.equals(getLine())) {
            return;
        }
        leaveLine();
        switch (getState()) {
            case CONNECTED -> suspend(LINE_LOST);
            case SUSPENDED -> {
                if (getWait() == null) {
                    suspend(LINE_LOST);
                } else {
                    callAgain();
                }
            }
            default -> {
                dropDialogs();
                closed(Cause.UNREACHABLE, false);
            }
        }
    }

    @Override
    public void onConnectionEvent(ConnectionEvent event, ActivityContextInterface activity) {
        boolean silent = event.type() == ConnectionEvent.Type.RTP_TIMEOUT;
        if (silent && getState() == LegState.SUSPENDED) {
            log.debug("Leg {} is silent while it is waited for", getLeg());
        } else if (silent && getState() == LegState.CONNECTED && getPhone() != null && !isAtItsLine()) {
            suspend(MEDIA_LOST);
        } else {
            super.onConnectionEvent(event, activity);
        }
    }

    private void suspend(String why) {
        if (getPhone() == null) {
            dropDialogs();
            closed(Cause.NETWORK_FAILURE, false);
            return;
        }
        log.info("Leg {} waits for its page: {}", getLeg(), why);
        setState(LegState.SUSPENDED);
        setPendingOffer(null);
        setAnswerInAck(false);
        setOfferOut(false);
        dropDialogs();
        ActivityContextInterface wait = activities().open(context().getSbbLocalObject());
        setWait(wait);
        startTimer(wait, store.phones().returnTime().toMillis());
        if (isCallOpen()) {
            fireLegSuspended(new LegSuspended(getLeg(), why), getCallActivity(), null);
        }
        callBack();
    }

    /** Without a word: there is nobody at the other end, or it has forgotten. */
    private void dropDialogs() {
        drop(getDialogActivity());
        drop(getReturnDialog());
        setDialogActivity(null);
        setReturnDialog(null);
    }

    private static void drop(ActivityContextInterface dialog) {
        if (dialog != null && !dialog.isEnding()) {
            ((DialogActivity) dialog.getActivity()).delete();
        }
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (activity.equals(getWait())) {
            release(Cause.NETWORK_FAILURE);
        }
    }

    // The return

    /** The page has registered over another connection; or another page has, which takes over what nobody has. */
    public void onPhoneReturned(PhoneReturned event, ActivityContextInterface activity) {
        if (!activity.equals(getPhone())) {
            return;
        }
        if (getWait() != null) {
            callBack();
        } else if (getState() == LegState.CONNECTED
                && event.instance() != null
                && event.instance().equals(getPage())) {
            // Its old connection is lost, though nobody has said so.
            leaveLine();
            suspend(LINE_LOST);
        }
    }

    /** Whether a page is waited for. */
    final boolean isAwaitingPage() {
        return getWait() != null;
    }

    /** The page was lost again before it had answered, or was called to media that is lost. */
    final void callAgain() {
        dropDialogs();
        callBack();
    }

    /** Calls the page where it is now, if it is anywhere and not called already. */
    private void callBack() {
        Destination now = whereabouts();
        if (now != null && getReturnDialog() == null && getDialogActivity() == null && watch(Flow.parse(now.flow()))) {
            connection().sdpPortManager().generateSdpOffer(Peer.BROWSER);
        }
    }

    @Override
    public void onSdp(SdpPortManagerEvent event, ActivityContextInterface activity) {
        if (getWait() == null) {
            super.onSdp(event, activity);
            return;
        }
        switch (event.type()) {
            case OFFER_GENERATED -> inviteAgain(event.sdp());
            case ANSWER_PROCESSED -> resumed();
            default -> {
                log.warn("Leg {} could not agree with its returned page: {}", getLeg(), event);
                release(Cause.MEDIA_NOT_ACCEPTABLE);
            }
        }
    }

    private void inviteAgain(String sdp) {
        Destination to = whereabouts();
        if (to == null || getLine() == null || getReturnDialog() != null || getDialogActivity() != null) {
            return;
        }
        try {
            DialogActivity dialog = newDialog(to);
            setReturnDialog(attached(dialog));
            Request invite = messages().invite(dialog.createRequest(Request.INVITE), to, sdp);
            messages().addReturn(invite, getLeg());
            dialog.sendRequest(invite);
        } catch (SipException | ParseException e) {
            log.warn("Leg {} could not call its page: {}", getLeg(), e.toString());
            setReturnDialog(null);
        }
    }

    public final void onSuccess(ResponseEvent event, ActivityContextInterface activity) {
        CSeqHeader cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
        if (!Request.INVITE.equals(cseq.getMethod())) {
            return;
        }
        if (!activity.equals(getReturnDialog())) {
            answered(event);
        } else if (getWait() != null) {
            pageAnswered(event, cseq.getSeqNumber());
        }
    }

    private void pageAnswered(ResponseEvent event, long cseq) {
        setDialogActivity(getReturnDialog());
        setReturnDialog(null);
        try {
            dialog().sendAck(dialog().createAck(cseq));
            String answer = SipMessages.sdpOf(event.getResponse());
            if (answer == null) {
                release(Cause.MEDIA_NOT_ACCEPTABLE);
            } else {
                connection().sdpPortManager().processSdpAnswer(answer);
            }
        } catch (SipException | InvalidArgumentException e) {
            log.warn("Leg {} could not acknowledge: {}", getLeg(), e.toString());
            dropDialogs();
        }
    }

    @Override
    final void resumed() {
        endWait();
        setState(LegState.CONNECTED);
        log.info("Leg {} is back", getLeg());
        if (isCallOpen()) {
            fireLegResumed(new LegResumed(getLeg()), getCallActivity(), null);
        }
    }

    public final void onRedirect(ResponseEvent event, ActivityContextInterface activity) {
        refused(event, activity);
    }

    public final void onClientError(ResponseEvent event, ActivityContextInterface activity) {
        refused(event, activity);
    }

    public final void onServerError(ResponseEvent event, ActivityContextInterface activity) {
        refused(event, activity);
    }

    public final void onGlobalFailure(ResponseEvent event, ActivityContextInterface activity) {
        refused(event, activity);
    }

    private void refused(ResponseEvent event, ActivityContextInterface activity) {
        CSeqHeader cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
        if (!Request.INVITE.equals(cseq.getMethod())) {
            return;
        }
        if (!activity.equals(getReturnDialog())) {
            failed(event);
        } else if (getWait() != null) {
            log.info(
                    "The page of leg {} refused with {}",
                    getLeg(),
                    event.getResponse().getStatusCode());
            // Another page may come; else the wait ends.
            setReturnDialog(null);
        }
    }

    public final void onTransactionTimeout(TimeoutEvent event, ActivityContextInterface activity) {
        if (activity.equals(getReturnDialog())) {
            setReturnDialog(null);
        } else if (activity.equals(getDialogActivity())) {
            unanswered();
        }
    }

    // The end

    @Override
    void endSuspended(Cause cause) throws SipException, ParseException {
        if (getWait() == null) {
            super.endSuspended(cause);
            return;
        }
        ActivityContextInterface pending = getReturnDialog();
        if (pending != null) {
            ((DialogActivity) pending.getActivity()).sendCancel();
        }
        sendBye(cause);
        closed(cause, false);
    }

    @Override
    void leave() {
        endWait();
        super.leave();
    }

    private void endWait() {
        ActivityContextInterface wait = getWait();
        if (wait != null) {
            setWait(null);
            ((NullActivity) wait.getActivity()).endActivity();
        }
    }
}
