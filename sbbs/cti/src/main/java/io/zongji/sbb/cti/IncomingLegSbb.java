package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.ra.media.SdpPortManager;
import io.zongji.ra.media.SdpPortManagerEvent;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.slee.ActivityContextInterface;
import net.java.slee.resource.sip.CancelRequestEvent;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leg of a caller: answers an INVITE once the media server has made our SDP, and is connected with the ACK. */
public abstract class IncomingLegSbb extends LegSbb {

    private static final Logger log = LoggerFactory.getLogger(IncomingLegSbb.class);

    public abstract RequestEvent getInvite();

    public abstract void setInvite(RequestEvent invite);

    /** The INVITE had no SDP: the offer is ours and the answer comes in the ACK. */
    public abstract boolean getLateOffer();

    public abstract void setLateOffer(boolean lateOffer);

    public void accept(
            LegId leg,
            RequestEvent invite,
            ActivityContextInterface transactionActivity,
            ActivityContextInterface call) {
        begin(leg, call);
        setInvite(invite);
        try {
            openDialog((DialogActivity) sip().getNewDialog(invite.getServerTransaction()));
            transactionActivity.attach(context().getSbbLocalObject());
        } catch (SipException e) {
            log.warn("Leg {} got no dialog: {}", leg, e.toString());
            release(Cause.TEMPORARY_FAILURE);
            return;
        }
        if (!openMedia()) {
            return;
        }
        SdpPortManager sdp = connection().sdpPortManager();
        String offer = SipMessages.sdpOf(invite.getRequest());
        if (offer == null) {
            setLateOffer(true);
            sdp.generateSdpOffer();
        } else {
            sdp.processSdpOffer(offer);
        }
    }

    @Override
    void onFirstSdp(SdpPortManagerEvent event) {
        switch (event.type()) {
            case ANSWER_GENERATED, OFFER_GENERATED -> answer(event.sdp());
            case ANSWER_PROCESSED -> connected();
            default -> release(Cause.MEDIA_NOT_ACCEPTABLE);
        }
    }

    private void answer(String sdp) {
        if (getState() != LegState.PREPARING) {
            return;
        }
        setState(LegState.ANSWERED);
        if (!respondWithSdp(getInvite().getServerTransaction(), sdp)) {
            closed(Cause.TEMPORARY_FAILURE, false);
        }
    }

    public void onAck(RequestEvent event, ActivityContextInterface activity) {
        if (getState() != LegState.ANSWERED) {
            return;
        }
        if (!getLateOffer()) {
            connected();
            return;
        }
        String answer = SipMessages.sdpOf(event.getRequest());
        if (answer == null) {
            release(Cause.MEDIA_NOT_ACCEPTABLE);
        } else {
            connection().sdpPortManager().processSdpAnswer(answer);
        }
    }

    /** The caller gives up before our answer. */
    public void onCancel(CancelRequestEvent event, ActivityContextInterface activity) {
        if (sip().acceptCancel(event, false) && getState() != LegState.CONNECTED) {
            closed(Cause.CANCELLED, true);
        }
    }

    /** Our answer was never acknowledged. */
    public void onTransactionTimeout(TimeoutEvent event, ActivityContextInterface activity) {
        if (getState() == LegState.ANSWERED) {
            release(Cause.SESSION_TIMEOUT);
        }
    }

    @Override
    void abandonSetUp(Cause cause) throws SipException, InvalidArgumentException, ParseException {
        RequestEvent invite = getInvite();
        invite.getServerTransaction().sendResponse(messages().response(invite.getRequest(), cause.sipStatus()));
        closed(cause, false);
    }
}
