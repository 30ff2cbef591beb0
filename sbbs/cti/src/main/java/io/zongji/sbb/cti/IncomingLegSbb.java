package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Trunk;
import io.zongji.ra.media.SdpPortManager;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.sip.Flow;
import java.text.ParseException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.header.ToHeader;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leg of a caller: answers an INVITE once the media server has made our SDP, and is connected with the ACK. */
public abstract class IncomingLegSbb extends MovingLegSbb {

    private static final Logger log = LoggerFactory.getLogger(IncomingLegSbb.class);

    public abstract RequestEvent getInvite();

    public abstract void setInvite(RequestEvent invite);

    /** The caller hears ringing until the call says that it is answered. */
    public abstract boolean getHeldBack();

    public abstract void setHeldBack(boolean heldBack);

    /** What we answer with; null before the media server has made it. */
    public abstract String getReadySdp();

    public abstract void setReadySdp(String sdp);

    /** Why the leg ends as soon as our answer is acknowledged: until then there must be no BYE (RFC 3261, 15). */
    public abstract Cause getEndAfterAck();

    public abstract void setEndAfterAck(Cause cause);

    public void ring(
            LegId leg,
            RequestEvent invite,
            ActivityContextInterface transactionActivity,
            ActivityContextInterface call) {
        setHeldBack(true);
        accept(leg, invite, null, transactionActivity, call);
    }

    public void answer() {
        setHeldBack(false);
        if (getState() == LegState.ALERTING) {
            sendAnswer();
        }
    }

    public void accept(
            LegId leg,
            RequestEvent invite,
            Trunk trunk,
            ActivityContextInterface transactionActivity,
            ActivityContextInterface call) {
        begin(leg, call);
        setInvite(invite);
        try {
            DialogActivity dialog = (DialogActivity) sip().getNewDialog(invite.getServerTransaction());
            openDialog(dialog);
            if (trunk != null && trunk.account() != null) {
                identify(dialog, trunk.account(), null);
            }
            transactionActivity.attach(context().getSbbLocalObject());
        } catch (SipException e) {
            log.warn("Leg {} got no dialog: {}", leg, e.toString());
            release(Cause.TEMPORARY_FAILURE);
            return;
        }
        if (!follow(Flow.of(invite.getRequest()), userOf(invite, FromHeader.NAME))) {
            closed(Cause.CANCELLED, true);
            return;
        }
        if (!openMedia()) {
            return;
        }
        SdpPortManager sdp = connection().sdpPortManager();
        String offer = SipMessages.sdpOf(invite.getRequest());
        setPhoneHolds(offer != null && SipMessages.holds(offer));
        if (offer == null) {
            sdp.generateSdpOffer();
        } else {
            sdp.processSdpOffer(offer);
        }
    }

    private static String userOf(RequestEvent invite, String header) {
        HeaderAddress party = (HeaderAddress) invite.getRequest().getHeader(header);
        String user = party.getAddress().getURI() instanceof SipURI uri ? uri.getUser() : null;
        return user == null ? "" : user;
    }

    @Override
    String peerUri() {
        ContactHeader contact = (ContactHeader) getInvite().getRequest().getHeader(ContactHeader.NAME);
        return contact == null ? "" : contact.getAddress().getURI().toString();
    }

    /** The caller is shown the number that was dialled. */
    @Override
    Destination destination(String contact, String flow) {
        String caller = userOf(getInvite(), FromHeader.NAME);
        return Destination.at(contact, flow, userOf(getInvite(), ToHeader.NAME), null, caller);
    }

    @Override
    void onFirstSdp(SdpPortManagerEvent event) {
        switch (event.type()) {
            case ANSWER_GENERATED, OFFER_GENERATED -> describe(event);
            case ANSWER_PROCESSED -> connected();
            default -> release(causeOf(event.error()));
        }
    }

    private void describe(SdpPortManagerEvent event) {
        if (getState() != LegState.PREPARING) {
            return;
        }
        setAnswerInAck(event.type() == SdpPortManagerEvent.Type.OFFER_GENERATED);
        setReadySdp(event.sdp());
        if (getHeldBack()) {
            setState(LegState.ALERTING);
            respond(getInvite(), Response.RINGING);
        } else {
            sendAnswer();
        }
    }

    private void sendAnswer() {
        setState(LegState.ANSWERED);
        if (!respondWithSdp(getInvite().getServerTransaction(), getReadySdp())) {
            closed(Cause.TEMPORARY_FAILURE, false);
        }
    }

    @Override
    public void onAck(RequestEvent event, ActivityContextInterface activity) {
        super.onAck(event, activity);
        // It may be this ACK that is why, for want of the answer that it should have brought.
        if (getEndAfterAck() == null) {
            return;
        }
        try {
            sendBye(getEndAfterAck());
        } catch (SipException | ParseException e) {
            log.warn("Leg {} could not be ended: {}", getLeg(), e.toString());
        }
        setEndAfterAck(null);
        closed(Cause.NORMAL, false);
    }

    @Override
    void endAnswered(Cause cause) {
        freeAndReport(cause, false);
        setState(LegState.CANCELLING);
        setEndAfterAck(cause);
    }

    /** The caller made the dialog, and its Call-ID. */
    @Override
    long glareMillis(ThreadLocalRandom random) {
        return random.nextLong(0, 2000);
    }

    /** The caller gives up before our answer. */
    public void onCancel(CancelRequestEvent event, ActivityContextInterface activity) {
        if (sip().acceptCancel(event, false) && getState() != LegState.CONNECTED) {
            closed(Cause.CANCELLED, true);
        }
    }

    @Override
    void abandonSetUp(Cause cause) throws SipException, InvalidArgumentException, ParseException {
        RequestEvent invite = getInvite();
        invite.getServerTransaction().sendResponse(messages().response(invite.getRequest(), cause.sipStatus()));
        closed(cause, false);
    }
}
