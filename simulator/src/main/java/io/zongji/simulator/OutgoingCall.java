package io.zongji.simulator;

import java.io.IOException;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A call that the phone made. */
public final class OutgoingCall extends PhoneCall {

    private final CallPlan plan;
    private final SipURI target;
    private final CallIdHeader callId;
    private final String tag = SipMessages.newTag();
    private final DigestClient digest;
    private ClientTransaction invite;
    private long sequence;
    private boolean provisional;
    private Dialog early;
    private boolean cancelWanted;
    private Request ack;

    private OutgoingCall(SimulatedPhone phone, SipURI target, PhoneAudio audio, CallPlan plan) {
        super(phone, target.getUser() == null ? target.getHost() : target.getUser(), CallState.CALLING, audio, plan);
        this.plan = plan;
        this.target = target;
        this.callId = phone.stack().messages().newCallId();
        this.digest = new DigestClient(phone.stack().messages(), phone.account());
    }

    static OutgoingCall to(SimulatedPhone phone, SipURI target, CallPlan plan) throws IOException {
        return new OutgoingCall(phone, target, openAudio(phone), plan);
    }

    @Override
    public String id() {
        return callId.getCallId();
    }

    @Override
    String localTag() {
        return tag;
    }

    /** Sends a CANCEL while the call is not answered, else BYE. */
    public void cancel() {
        hangUp();
    }

    void begin() throws SipException, ParseException, InvalidArgumentException {
        send(null);
    }

    private boolean send(Response challenge) throws SipException, ParseException, InvalidArgumentException {
        PhoneAccount account = phone().account();
        Address from = messages().identity(account.user(), fromHost(account));
        Address to = messages().identity(peer(), target.getHost());
        Request request =
                messages().request(Request.INVITE, target, from, tag, to, callId, ++sequence, account.transport());
        request.addHeader(messages().contact(account.user(), account.transport()));
        if (!plan.lateOffer()) {
            messages().setSdp(request, sdp().offer("sendrecv"));
        }
        if (challenge != null && !digest.authorize(request, challenge)) {
            return false;
        }
        provisional = false;
        invite = stack().transaction(request, this);
        invite.sendRequest();
        return true;
    }

    private String fromHost(PhoneAccount account) {
        return account.server() == null
                ? stack().address().getAddress().getHostAddress()
                : account.server().getAddress().getHostAddress();
    }

    @Override
    void hangUpNow() throws SipException {
        switch (state()) {
            case CALLING, RINGING -> {
                hangingUp();
                cancelWanted = true;
                if (provisional) {
                    sendCancel();
                }
            }
            case TALKING -> {
                if (ack != null) {
                    // An ACK that was to come late comes before the BYE.
                    sendAck();
                }
                sendBye();
            }
            default -> {
                // Over already.
            }
        }
    }

    /** Before a provisional response there must be no CANCEL (RFC 3261, 9.1). */
    private void sendCancel() throws SipException {
        cancelWanted = false;
        stack().transaction(invite.createCancel(), this).sendRequest();
    }

    @Override
    public void response(Response response, Dialog of) throws SipException, ParseException, InvalidArgumentException {
        String method = SipMessages.method(response);
        if (method.equals(Request.CANCEL)) {
            return;
        }
        if (!method.equals(Request.INVITE) || dialog() != null) {
            dialogResponse(response);
        } else if (response.getStatusCode() < 200) {
            early = of;
            provisional(response);
        } else if (response.getStatusCode() < 300) {
            answered(response, of);
        } else if (!(DigestClient.isChallenge(response) && sequence == 1 && !isHangingUp() && send(response))) {
            finish(
                    isHangingUp() ? CallEnd.By.US : CallEnd.By.THEM,
                    response.getStatusCode(),
                    reason(response, response.getReasonPhrase()));
        }
    }

    @Override
    Dialog earlyDialog() {
        return dialog() == null ? early : dialog();
    }

    private void provisional(Response response) throws SipException {
        provisional = true;
        if (cancelWanted) {
            sendCancel();
        }
        if (response.getStatusCode() > Response.TRYING) {
            if (!plan.lateOffer()) {
                connect(SipMessages.sdp(response));
            }
            became(CallState.RINGING);
        }
    }

    private void answered(Response response, Dialog of) throws SipException, ParseException, InvalidArgumentException {
        dialog(of);
        ack = of.createAck(SipMessages.sequence(response));
        if (plan.lateOffer()) {
            answerLateOffer(response);
        } else {
            connect(SipMessages.sdp(response));
        }
        if (isHangingUp() || state() == CallState.ENDED) {
            // The answer crossed our CANCEL, or comes when nobody wants it any more.
            of.sendAck(ack);
            ack = null;
            dialog().sendRequest(stack().transaction(dialog().createRequest(Request.BYE), this));
            return;
        }
        if (plan.ackDelay() != null && plan.ackDelay().isZero()) {
            sendAck();
        } else if (plan.ackDelay() != null) {
            stack().later(plan.ackDelay(), () -> stack().run(this::sendAck));
        }
        became(CallState.TALKING);
    }

    private void answerLateOffer(Response response) throws ParseException {
        PhoneSdp.Remote offer = sdp().read(SipMessages.sdp(response));
        messages().setSdp(ack, sdp().answer(offer));
        connect(offer);
    }

    private void sendAck() throws SipException {
        if (ack != null && state() != CallState.ENDED) {
            Request due = ack;
            ack = null;
            dialog().sendAck(due);
        }
    }

    /** A 2xx again: its ACK was lost. */
    void answeredAgain(Response response) throws SipException, InvalidArgumentException {
        if (ack == null && dialog() != null) {
            dialog().sendAck(dialog().createAck(SipMessages.sequence(response)));
        }
    }
}
