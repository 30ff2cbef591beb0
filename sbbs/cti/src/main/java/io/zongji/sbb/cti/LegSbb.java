package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.call.LegQuality;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaActivityContextInterfaceFactory;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.LegConnected;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.ReplacedDialog;
import java.text.ParseException;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.RolledBackContext;
import net.java.slee.resource.sip.DialogActivity;
import net.java.slee.resource.sip.DialogTimeoutEvent;
import net.java.slee.resource.sip.SipActivityContextInterfaceFactory;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One leg of a call: a SIP dialog and a network connection on the media server. What both directions share: the talk
 * itself (re-INVITE, BYE, loss of the peer) and the end. A leg reports to its call by events on the call's activity and
 * never decides anything about the call.
 */
public abstract class LegSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(LegSbb.class);

    private SleeSipProvider sip;
    private SipActivityContextInterfaceFactory sipActivities;
    private MediaControl media;
    private MediaActivityContextInterfaceFactory mediaActivities;
    private SipMessages messages;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        sip = (SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider");
        sipActivities =
                (SipActivityContextInterfaceFactory) environment.lookup("slee/resources/jainsip/1.2/acifactory");
        media = (MediaControl) environment.lookup("slee/resources/media/1.0/control");
        mediaActivities =
                (MediaActivityContextInterfaceFactory) environment.lookup("slee/resources/media/1.0/acifactory");
        messages = new SipMessages(sip);
    }

    public abstract LegId getLeg();

    public abstract void setLeg(LegId leg);

    public abstract LegState getState();

    public abstract void setState(LegState state);

    public abstract ActivityContextInterface getCallActivity();

    public abstract void setCallActivity(ActivityContextInterface activity);

    public abstract ActivityContextInterface getDialogActivity();

    public abstract void setDialogActivity(ActivityContextInterface activity);

    public abstract ActivityContextInterface getMediaActivity();

    public abstract void setMediaActivity(ActivityContextInterface activity);

    /** A re-INVITE that waits for the media server's answer. */
    public abstract RequestEvent getPendingOffer();

    public abstract void setPendingOffer(RequestEvent request);

    /** Our SDP in a 2xx was an offer: the answer comes in the ACK. */
    public abstract boolean getAnswerInAck();

    public abstract void setAnswerInAck(boolean due);

    /** The media has moved since the peer was told of it. */
    public abstract boolean getOfferDue();

    public abstract void setOfferDue(boolean due);

    /** Our re-INVITE is being made or sent, and has no final response. */
    public abstract boolean getOfferOut();

    public abstract void setOfferOut(boolean out);

    public abstract void fireLegConnected(LegConnected event, ActivityContextInterface activity, Address address);

    public abstract void fireLegReleased(LegReleased event, ActivityContextInterface activity, Address address);

    final SleeSipProvider sip() {
        return sip;
    }

    final SipMessages messages() {
        return messages;
    }

    final void begin(LegId leg, ActivityContextInterface call) {
        setLeg(leg);
        setCallActivity(call);
        setState(LegState.PREPARING);
    }

    /** Makes the leg's network connection; false when the media server has none left, the leg is then released. */
    final boolean openMedia() {
        try {
            NetworkConnection connection = media.createNetworkConnection(
                    getLeg().value(), getLeg().call().value());
            ActivityContextInterface activity = mediaActivities.getActivityContextInterface(connection);
            activity.attach(context().getSbbLocalObject());
            setMediaActivity(activity);
            return true;
        } catch (MediaException e) {
            log.warn("Leg {} got no media: {}", getLeg(), e.getMessage());
            release(Cause.RESOURCES_EXHAUSTED);
            return false;
        }
    }

    final void openDialog(DialogActivity dialog) {
        setDialogActivity(attached(dialog));
    }

    final ActivityContextInterface attached(DialogActivity dialog) {
        ActivityContextInterface activity = sipActivities.getActivityContextInterface(dialog);
        activity.attach(context().getSbbLocalObject());
        return activity;
    }

    final DialogActivity newDialog(Destination to) throws SipException, ParseException {
        return sip.getNewDialog(messages.caller(to.callerUser(), to.callerName()), messages.address(to.uri()));
    }

    public final LegId id() {
        return getLeg();
    }

    public final NetworkConnection connection() {
        ActivityContextInterface activity = mediaActivity();
        return activity == null ? null : (NetworkConnection) activity.getActivity();
    }

    /** Over which the leg is reached at the moment; null when over none that we chose. */
    public String trunk() {
        return null;
    }

    public final ActivityContextInterface mediaActivity() {
        LegState state = getState();
        return state == LegState.RELEASED || state == LegState.CANCELLING || state == LegState.GIVEN
                ? null
                : getMediaActivity();
    }

    /** The media that goes on when this leg is over; null for a leg with its own. */
    public ActivityContextInterface borrowedMedia() {
        return null;
    }

    final DialogActivity dialog() {
        ActivityContextInterface activity = getDialogActivity();
        return activity == null ? null : (DialogActivity) activity.getActivity();
    }

    public final boolean isDialog(ReplacedDialog named) {
        DialogActivity dialog = dialog();
        return dialog != null && named.is(dialog.getCallId().getCallId(), dialog.getLocalTag(), dialog.getRemoteTag());
    }

    /** Ends the leg from our side. */
    public final void release(Cause cause) {
        try {
            switch (getState()) {
                case RELEASED, CANCELLING, GIVEN -> log.debug("Leg {} is over already", getLeg());
                case CONNECTED -> {
                    ending(cause);
                    sendBye(cause);
                    closed(cause, false);
                }
                case ANSWERED -> endAnswered(cause);
                case SUSPENDED -> endSuspended(cause);
                default -> abandonSetUp(cause);
            }
        } catch (SipException | InvalidArgumentException | ParseException e) {
            log.warn("Leg {} could not be ended by SIP: {}", getLeg(), e.toString());
            closed(cause, false);
        }
    }

    /** Refuses or cancels a leg that was never answered. */
    abstract void abandonSetUp(Cause cause) throws SipException, InvalidArgumentException, ParseException;

    /** Ends a leg whose INVITE was answered, but which is not connected yet. */
    abstract void endAnswered(Cause cause) throws SipException, ParseException;

    /** Ends a leg that was connected and whose party is waited for. */
    void endSuspended(Cause cause) throws SipException, ParseException {
        sendBye(cause);
        closed(cause, false);
    }

    /** The party, with whom a dialog is up, is about to be told of the end. */
    abstract void ending(Cause cause);

    /** The leg is over: nothing of the party is followed any more. */
    void leave() {}

    final void sendBye(Cause cause) throws SipException, ParseException {
        DialogActivity dialog = dialog();
        if (dialog != null) {
            Request bye = dialog.createRequest(Request.BYE);
            messages.addReason(bye, cause);
            dialog.sendRequest(bye);
        }
    }

    /** The leg is over: the call is told, unless it knows already. */
    final void closed(Cause cause, boolean byPeer) {
        LegState state = getState();
        if (state != LegState.RELEASED && state != LegState.CANCELLING) {
            freeAndReport(cause, byPeer);
        }
        setState(LegState.RELEASED);
    }

    final void freeAndReport(Cause cause, boolean byPeer) {
        NetworkConnection connection = connection();
        LegQuality quality = connection == null ? null : endMedia(connection);
        leave();
        if (isCallOpen()) {
            fireLegReleased(new LegReleased(getLeg(), cause, byPeer, quality), getCallActivity(), null);
        }
    }

    /** The leg needs its media no more. Tells how the audio travelled; null when that is not known. */
    LegQuality endMedia(NetworkConnection connection) {
        LegQuality quality = quality(connection.quality());
        connection.release();
        return quality;
    }

    private static LegQuality quality(ConnectionQuality media) {
        return media == null
                ? null
                : new LegQuality(
                        media.received(),
                        media.lost(),
                        media.sent(),
                        media.farLost(),
                        media.jitterMillis(),
                        media.roundTripMillis(),
                        media.opinionScore());
    }

    /** The call may be over, and its activity gone, while this leg still waits for its peer. */
    final boolean isCallOpen() {
        ActivityContextInterface call = getCallActivity();
        return call != null && !call.isEnding();
    }

    final void connected() {
        setState(LegState.CONNECTED);
        if (isCallOpen()) {
            fireLegConnected(new LegConnected(getLeg()), getCallActivity(), null);
        }
        if (getOfferDue()) {
            moved();
        }
    }

    /** The peer hangs up. */
    public void onBye(RequestEvent event, ActivityContextInterface activity) {
        if (getPendingOffer() != null) {
            respond(getPendingOffer(), Response.REQUEST_TERMINATED);
            setPendingOffer(null);
        }
        respond(event, Response.OK);
        closed(messages.reasonOf(event.getRequest()), true);
    }

    /** Our 2xx has arrived; with the answer, if its SDP was an offer. */
    public void onAck(RequestEvent event, ActivityContextInterface activity) {
        if (getState() == LegState.ANSWERED && !getAnswerInAck()) {
            connected();
        } else if (getAnswerInAck() && connection() != null) {
            setAnswerInAck(false);
            String answer = SipMessages.sdpOf(event.getRequest());
            if (answer == null) {
                release(Cause.MEDIA_NOT_ACCEPTABLE);
            } else {
                connection().sdpPortManager().processSdpAnswer(answer);
            }
        }
    }

    /** The peer asks whether we still hold the call. */
    public void onOptions(RequestEvent event, ActivityContextInterface activity) {
        respond(event, getState() == LegState.RELEASED ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST : Response.OK);
    }

    /** The peer tells a digit by signalling. What it tells besides is refused, so that it does not count on it. */
    public void onInfo(RequestEvent event, ActivityContextInterface activity) {
        Optional<String> digits = InfoDigits.of(event.getRequest());
        NetworkConnection connection = connection();
        if (digits.isPresent() && connection != null) {
            connection.signalDetector().signalled(digits.get());
        }
        respond(event, digits.isPresent() ? Response.OK : Response.UNSUPPORTED_MEDIA_TYPE);
    }

    /** The dialog died: the peer answers no more. */
    public void onDialogTimeout(DialogTimeoutEvent event, ActivityContextInterface activity) {
        closed(Cause.SESSION_TIMEOUT, false);
    }

    /** The leg's media is on another machine, of which the peer does not know yet. */
    abstract void moved();

    /** The party can be heard again. */
    abstract void resumed();

    static Cause causeOf(MediaError error) {
        return switch (error) {
            case RESOURCE_UNAVAILABLE -> Cause.RESOURCES_EXHAUSTED;
            case NODE_LOST -> Cause.MEDIA_NODE_LOST;
            default -> Cause.MEDIA_NOT_ACCEPTABLE;
        };
    }

    public void onConnectionEvent(ConnectionEvent event, ActivityContextInterface activity) {
        if (event.type() == ConnectionEvent.Type.RTP_FLOWING) {
            return;
        }
        log.info("Leg {}: {} {}", getLeg(), event.type(), event.text());
        switch (event.type()) {
            case MOVED -> moved();
            case FAILED -> release(Cause.MEDIA_NODE_LOST);
            default -> silent();
        }
    }

    /** A phone that rings, or hears ringing, has nothing to send. */
    private void silent() {
        if (getState().ordinal() >= LegState.ANSWERED.ordinal()) {
            release(Cause.MEDIA_TIMEOUT);
        }
    }

    /** What the failed transaction would have done is not known to the peer: the leg cannot go on. */
    @Override
    public void sbbRolledBack(RolledBackContext context) {
        if (getState() != null) {
            release(Cause.TEMPORARY_FAILURE);
        }
    }

    final void respond(RequestEvent event, int status) {
        try {
            event.getServerTransaction().sendResponse(messages.response(event.getRequest(), status));
        } catch (SipException | InvalidArgumentException | ParseException e) {
            log.warn(
                    "Leg {} could not answer {} with {}: {}",
                    getLeg(),
                    event.getRequest().getMethod(),
                    status,
                    e.toString());
        }
    }

    final boolean respondWithSdp(ServerTransaction transaction, String sdp) {
        try {
            transaction.sendResponse(messages.ok(transaction.getRequest(), sdp));
            return true;
        } catch (SipException | InvalidArgumentException | ParseException e) {
            log.warn("Leg {} could not send its SDP: {}", getLeg(), e.toString());
            return false;
        }
    }
}
