package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.SdpPortManager.Peer;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SignalDetectorEvent;
import io.zongji.ra.sip.Flow;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A leg that we dial: offers our media, rings, and is connected when the peer's answer has been taken. */
public abstract class OutgoingLegSbb extends BorrowingLegSbb {

    private static final Logger log = LoggerFactory.getLogger(OutgoingLegSbb.class);
    /** The event by which desk phones of many makers take up a call. */
    private static final String TALK = "talk";

    /** Said three times, as who picks up may not hear the first one whole. */
    private static final List<String> ASKED = List.of(TAKE_CALL, TAKE_CALL, TAKE_CALL);

    private static final Duration TO_CONFIRM = Duration.ofSeconds(5);

    /** The peer's description came before its answer. */
    public abstract boolean getAnswerTaken();

    public abstract void setAnswerTaken(boolean taken);

    /** Which of the phones behind a fork that description is of, by the tag of its To header. */
    public abstract String getAnswerTag();

    public abstract void setAnswerTag(String tag);

    /** The peer can be heard, and has not answered or had been heard before. */
    public abstract boolean getEarlyMedia();

    public abstract void setEarlyMedia(boolean early);

    /** The phone has said that it answers when it is told to. */
    public abstract boolean getTalksOnDemand();

    public abstract void setTalksOnDemand(boolean talks);

    public OptionalLong packetsOfPage() {
        NetworkConnection connection = connection();
        ConnectionQuality now = connection == null ? null : connection.quality();
        Long packets = now == null ? getPacketsAtEnd() : Long.valueOf(now.received());
        return packets == null || !getDestination().isBrowser() ? OptionalLong.empty() : OptionalLong.of(packets);
    }

    public void dial(LegId leg, Destination destination, NetworkConnection peer, ActivityContextInterface call) {
        begin(leg, call);
        setDestination(destination);
        if (borrows()) {
            borrow();
        } else if (destination.flow() != null && !follow(Flow.parse(destination.flow()), destination.extension())) {
            release(Cause.UNREACHABLE);
        } else if (openMedia()) {
            if (peer != null) {
                connection().preferCodecOf(peer);
            }
            connection().sdpPortManager().generateSdpOffer(destination.isBrowser() ? Peer.BROWSER : Peer.PHONE);
        }
    }

    @Override
    void onFirstSdp(SdpPortManagerEvent event) {
        switch (event.type()) {
            case OFFER_GENERATED -> invite(event.sdp());
            case ANSWER_PROCESSED -> {
                if (getState() == LegState.ANSWERED) {
                    talks();
                } else if (getState() == LegState.ALERTING) {
                    setEarlyMedia(true);
                    alerting(true);
                }
            }
            default -> release(causeOf(event.error()));
        }
    }

    private void talks() {
        if (getDestination().confirm()) {
            connection().player().play(PlayRequest.once(TAKE_CALL, ASKED, false));
            collectKey();
        } else {
            announce();
        }
    }

    private void collectKey() {
        connection().signalDetector().receiveSignals(new CollectRequest(TAKE_CALL, 1, null, TO_CONFIRM, TO_CONFIRM));
    }

    /** A voicemail or another machine presses nothing, and so nobody has answered. */
    public void onSignalDetectorEvent(SignalDetectorEvent event, ActivityContextInterface activity) {
        boolean stopped = event.reason() == SignalDetectorEvent.Reason.STOPPED;
        if (stopped || !event.collectId().equals(TAKE_CALL)) {
            return;
        }
        if (borrows()) {
            keyPressed(event.digits());
        } else if (getState() != LegState.ANSWERED) {
            log.debug("Leg {}: a key is pressed too late", getLeg());
        } else if (event.digits().equals(TAKEN)) {
            connection().player().stop();
            announce();
        } else if (event.digits().isEmpty()) {
            release(Cause.NO_ANSWER);
        } else {
            collectKey();
        }
    }

    public void onProvisional(ResponseEvent event, ActivityContextInterface activity) {
        if (!activity.equals(getDialogActivity())) {
            return;
        }
        heard();
        setTalksOnDemand(getTalksOnDemand() || SipMessages.allows(event.getResponse(), TALK));
        String sdp = SipMessages.sdpOf(event.getResponse());
        boolean rings = event.getResponse().getStatusCode() == Response.RINGING || sdp != null;
        if (getState() == LegState.TRYING && rings) {
            setState(LegState.ALERTING);
            alerting(false);
        }
        // The first description counts, and those that follow are ignored (RFC 3261, 13.2.1).
        if (getState() == LegState.ALERTING && sdp != null && !getAnswerTaken() && connection() != null) {
            setAnswerTaken(true);
            setAnswerTag(tagOf(event.getResponse()));
            connection().sdpPortManager().processSdpAnswer(sdp);
        }
    }

    @Override
    String peerUri() {
        return getDestination().uri();
    }

    public boolean ringsAt(String number) {
        String phone = borrows() ? getDestination().uri() : getDestination().extension();
        return getState() == LegState.ALERTING && number.equals(phone);
    }

    public boolean answerByItself() {
        if (borrows()) {
            takeUp();
            return true;
        }
        if (!getTalksOnDemand()) {
            return false;
        }
        try {
            DialogActivity dialog = dialog();
            dialog.sendRequest(messages().event(dialog.createRequest(Request.NOTIFY), TALK));
            return true;
        } catch (SipException | ParseException e) {
            log.warn("Leg {} could not be asked to answer: {}", getLeg(), e.toString());
            return false;
        }
    }

    private static String tagOf(Response response) {
        return ((ToHeader) response.getHeader(ToHeader.NAME)).getTag();
    }

    /** Behind a fork one phone, or an announcement, may be heard early and another answer: what that one says counts then. */
    private void forgetOthers(Response answer) {
        boolean another = getAnswerTaken() && !Objects.equals(getAnswerTag(), tagOf(answer));
        if (another && SipMessages.sdpOf(answer) != null) {
            setAnswerTaken(false);
            setEarlyMedia(false);
        }
    }

    private void alerting(boolean early) {
        alerting(early, getTalksOnDemand());
    }

    @Override
    void answeredSetUp(ResponseEvent event) {
        if (getState() != LegState.TRYING && getState() != LegState.ALERTING) {
            return;
        }
        heard();
        try {
            DialogActivity dialog = dialog();
            CSeqHeader cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
            dialog.sendAck(dialog.createAck(cseq.getSeqNumber()));
        } catch (SipException | InvalidArgumentException e) {
            log.warn("Leg {} could not acknowledge: {}", getLeg(), e.toString());
            closed(Cause.TEMPORARY_FAILURE, false);
            return;
        }
        setState(LegState.ANSWERED);
        nameCall(false);
        forgetOthers(event.getResponse());
        String answer = SipMessages.sdpOf(event.getResponse());
        setPhoneHolds(answer != null && SipMessages.holds(answer));
        if (getEarlyMedia()) {
            talks();
        } else if (answer == null && !getAnswerTaken()) {
            release(Cause.MEDIA_NOT_ACCEPTABLE);
        } else if (!getAnswerTaken()) {
            connection().sdpPortManager().processSdpAnswer(answer);
        }
    }

    /** We made the dialog, and its Call-ID. */
    @Override
    long glareMillis(ThreadLocalRandom random) {
        return random.nextLong(2100, 4000);
    }

    @Override
    Destination destination(String contact, String flow) {
        Destination first = getDestination();
        return Destination.at(contact, flow, first.callerUser(), first.callerName(), first.extension());
    }

    @Override
    void endAnswered(Cause cause) throws SipException, ParseException {
        sendBye(cause);
        closed(cause, false);
    }

    /** The call hears of the end at once; the leg itself lives on until the peer's final response. */
    @Override
    void abandonSetUp(Cause cause) throws SipException {
        if (getState() == LegState.PREPARING || borrows()) {
            closed(cause, false);
            return;
        }
        freeAndReport(cause, false);
        setState(LegState.CANCELLING);
        dialog().sendCancel();
    }
}
