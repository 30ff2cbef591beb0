package io.zongji.sbb.cti;

import io.zongji.domain.call.Cause;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.sbb.events.LegSuspended;
import java.text.ParseException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leg whose media may come to another machine when its own is lost. From then until the peer has answered our offer with
 * the new address (RFC 3261, 14.1) the leg is suspended; a peer that does not take it ends the leg.
 */
public abstract class MovingLegSbb extends ReturningLegSbb {

    private static final Logger log = LoggerFactory.getLogger(MovingLegSbb.class);

    /** How long to wait before we try again when both sides have asked at once (RFC 3261, 14.1), in milliseconds. */
    abstract long glareMillis(ThreadLocalRandom random);

    /** The INVITE that made this leg was answered. */
    void answeredSetUp(ResponseEvent event) {}

    /** The INVITE that made this leg was refused. */
    void refusedSetUp(Response refusal) {}

    /** A request other than a renewed offer got no answer. */
    void unansweredRequest() {}

    @Override
    final boolean takesOffer() {
        boolean ourTurn = getOfferOut() || isAwaitingPage();
        return getState() == LegState.CONNECTED || getState() == LegState.SUSPENDED && !ourTurn;
    }

    @Override
    final void moved() {
        if (getPendingOffer() != null) {
            respond(getPendingOffer(), Response.REQUEST_PENDING);
            setPendingOffer(null);
        }
        setAnswerInAck(false);
        switch (getState()) {
            case CONNECTED -> {
                setState(LegState.SUSPENDED);
                if (isCallOpen()) {
                    LegSuspended suspended = new LegSuspended(getLeg(), LegSuspended.MEDIA_NODE_LOST);
                    fireLegSuspended(suspended, getCallActivity(), null);
                }
                offer();
            }
            case SUSPENDED -> tellAgain();
            case ANSWERED -> setOfferDue(true);
            default -> release(Cause.MEDIA_NODE_LOST);
        }
    }

    private void tellAgain() {
        if (isAwaitingPage()) {
            callAgain();
        } else if (getOfferOut()) {
            setOfferDue(true);
        } else {
            offer();
        }
    }

    private void offer() {
        setOfferDue(false);
        setOfferOut(true);
        connection().sdpPortManager().generateSdpOffer();
    }

    @Override
    final void onRenewedSdp(SdpPortManagerEvent event) {
        switch (event.type()) {
            case OFFER_GENERATED -> reInvite(event.sdp());
            case ANSWER_PROCESSED -> resumed();
            default -> release(Cause.MEDIA_NODE_LOST);
        }
    }

    private void reInvite(String sdp) {
        try {
            DialogActivity dialog = dialog();
            dialog.sendRequest(messages().withSdp(dialog.createRequest(Request.INVITE), sdp));
        } catch (SipException | ParseException e) {
            log.warn("Leg {} could not be told where its media is: {}", getLeg(), e.toString());
            release(Cause.MEDIA_NODE_LOST);
        }
    }

    @Override
    final void answered(ResponseEvent event) {
        if (!getOfferOut()) {
            answeredSetUp(event);
            return;
        }
        setOfferOut(false);
        try {
            CSeqHeader cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
            dialog().sendAck(dialog().createAck(cseq.getSeqNumber()));
            if (getState() == LegState.SUSPENDED) {
                take(SipMessages.sdpOf(event.getResponse()));
            }
        } catch (SipException | InvalidArgumentException e) {
            log.warn("Leg {} could not acknowledge: {}", getLeg(), e.toString());
            release(Cause.MEDIA_NODE_LOST);
        }
    }

    private void take(String answer) {
        if (getOfferDue()) {
            offer();
        } else if (answer == null) {
            release(Cause.MEDIA_NODE_LOST);
        } else {
            connection().sdpPortManager().processSdpAnswer(answer);
        }
    }

    @Override
    final void failed(ResponseEvent event) {
        if (getOfferOut()) {
            setOfferOut(false);
            refused(event.getResponse().getStatusCode());
        } else {
            refusedSetUp(event.getResponse());
        }
    }

    private void refused(int status) {
        if (getState() != LegState.SUSPENDED) {
            return;
        }
        if (status == Response.REQUEST_PENDING) {
            startTimer(getDialogActivity(), glareMillis(ThreadLocalRandom.current()));
        } else if (getOfferDue()) {
            offer();
        } else {
            log.info("Leg {}: the new place of its media was refused with {}", getLeg(), status);
            release(Cause.MEDIA_NODE_LOST);
        }
    }

    /** Both sides had asked at once, and our turn has come; or it is the page's time that is over. */
    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!activity.equals(getDialogActivity())) {
            super.onTimer(event, activity);
        } else if (getState() == LegState.SUSPENDED && !getOfferOut() && !isAwaitingPage()) {
            offer();
        }
    }

    @Override
    final void unanswered() {
        if (getOfferOut() && getState() == LegState.SUSPENDED) {
            setOfferOut(false);
            release(Cause.MEDIA_NODE_LOST);
        } else {
            unansweredRequest();
        }
    }
}
