package io.zongji.sbb.cti;

import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.sbb.events.PhoneHeld;
import javax.sip.RequestEvent;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session of a leg: what is agreed on with the peer, the first time and whenever one of the two changes it. */
public abstract class SessionLegSbb extends LegSbb {

    private static final Logger log = LoggerFactory.getLogger(SessionLegSbb.class);

    /** The phone has put the call on hold by itself. */
    public abstract boolean getPhoneHolds();

    public abstract void setPhoneHolds(boolean holds);

    public abstract void firePhoneHeld(PhoneHeld event, ActivityContextInterface activity, Address address);

    /** The peer changes the session: hold, retrieve, another address or codec (RFC 3261, 14.2). */
    public void onReInvite(RequestEvent event, ActivityContextInterface activity) {
        NetworkConnection connection = connection();
        if (connection == null) {
            respond(event, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (!takesOffer() || getPendingOffer() != null) {
            respond(event, Response.REQUEST_PENDING);
        } else {
            setPendingOffer(event);
            String offer = SipMessages.sdpOf(event.getRequest());
            if (offer == null) {
                connection.sdpPortManager().generateSdpOffer();
            } else {
                connection.sdpPortManager().processSdpOffer(offer);
            }
        }
    }

    /** Session refresh without a body (RFC 4028, RFC 3311). */
    public void onUpdate(RequestEvent event, ActivityContextInterface activity) {
        if (SipMessages.sdpOf(event.getRequest()) == null) {
            respond(event, Response.OK);
        } else {
            onReInvite(event, activity);
        }
    }

    public void onSdp(SdpPortManagerEvent event, ActivityContextInterface activity) {
        if (getPendingOffer() != null && event.type() != SdpPortManagerEvent.Type.ANSWER_PROCESSED) {
            answerPending(event);
            return;
        }
        switch (getState()) {
            case CONNECTED -> log.debug("Leg {}: the answer in the ACK is taken", getLeg());
            case SUSPENDED -> onRenewedSdp(event);
            default -> onFirstSdp(event);
        }
    }

    /** The peer's re-INVITE can be answered. */
    private void answerPending(SdpPortManagerEvent event) {
        RequestEvent pending = getPendingOffer();
        setPendingOffer(null);
        if (event.type() == SdpPortManagerEvent.Type.FAILED) {
            respond(pending, Response.NOT_ACCEPTABLE_HERE);
            return;
        }
        setAnswerInAck(event.type() == SdpPortManagerEvent.Type.OFFER_GENERATED);
        if (respondWithSdp(pending.getServerTransaction(), event.sdp()) && getState() == LegState.SUSPENDED) {
            resumed();
        }
        tellHold(SipMessages.sdpOf(pending.getRequest()));
    }

    /** Who holds may be silent; whether the phone is still there, the session timer finds out. */
    @Override
    public void onConnectionEvent(ConnectionEvent event, ActivityContextInterface activity) {
        if (event.type() != ConnectionEvent.Type.RTP_TIMEOUT || !getPhoneHolds()) {
            super.onConnectionEvent(event, activity);
        }
    }

    private void tellHold(String offer) {
        boolean holds = offer != null && SipMessages.holds(offer);
        if (offer != null && holds != getPhoneHolds() && isCallOpen()) {
            setPhoneHolds(holds);
            firePhoneHeld(new PhoneHeld(getLeg(), holds), getCallActivity(), null);
        }
    }

    /** Whether the peer may change the session now. */
    abstract boolean takesOffer();

    /** An outcome of the first offer and answer of this leg. */
    abstract void onFirstSdp(SdpPortManagerEvent event);

    /** An outcome of the offer, and of its answer, that tells the peer where the leg's media is now. */
    abstract void onRenewedSdp(SdpPortManagerEvent event);
}
