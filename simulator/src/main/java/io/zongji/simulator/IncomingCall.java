package io.zongji.simulator;

import java.io.IOException;
import java.text.ParseException;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A call that came to the phone. */
public final class IncomingCall extends PhoneCall {

    private final Request invite;
    private ServerTransaction transaction;
    private final String tag = SipMessages.newTag();
    private final AnswerPlan plan;
    private boolean answered;

    private IncomingCall(
            SimulatedPhone phone, Request invite, ServerTransaction transaction, AnswerPlan plan, PhoneAudio audio) {
        super(phone, caller(invite), CallState.CALLING, audio, CallPlan.USUAL);
        this.invite = invite;
        this.transaction = transaction;
        this.plan = plan;
    }

    static IncomingCall of(SimulatedPhone phone, Request invite, ServerTransaction transaction, AnswerPlan plan)
            throws IOException {
        return new IncomingCall(phone, invite, transaction, plan, openAudio(phone));
    }

    @Override
    public String id() {
        return ((CallIdHeader) invite.getHeader(CallIdHeader.NAME)).getCallId();
    }

    String branch() {
        return PhoneStack.branch(invite);
    }

    @Override
    String localTag() {
        return tag;
    }

    /** The value of a header of the INVITE, or null. */
    public String inviteHeader(String name) {
        javax.sip.header.Header header = invite.getHeader(name);
        String text = header == null ? null : header.toString();
        return text == null ? null : text.substring(text.indexOf(':') + 1).trim();
    }

    /** The INVITE as it came. */
    public String inviteText() {
        return invite.toString();
    }

    /** Answers now. */
    public void answer() {
        stack().run(this::answerNow);
    }

    /** Refuses, for example with 486 (busy) or 603 (declined). */
    public void reject(int status) {
        stack().run(() -> rejectNow(status));
    }

    void begin() throws SipException, ParseException, InvalidArgumentException {
        dialog(transaction.getDialog());
        if (plan.status() != 200 && plan.delay() != null && plan.delay().isZero()) {
            rejectNow(plan.status());
            return;
        }
        Response ringing = plan.early() ? heardEarly() : response(Response.RINGING);
        if (phone().answersOnDemand()) {
            messages().addHeader(ringing, "Allow-Events", "hold");
            messages().addHeader(ringing, "Allow-Events", "talk");
        }
        transaction.sendResponse(ringing);
        became(CallState.RINGING);
        if (plan.delay() != null) {
            stack().later(plan.delay(), () -> stack().run(() -> {
                if (plan.status() == 200) {
                    answerNow();
                } else {
                    rejectNow(plan.status());
                }
            }));
        }
    }

    private Response heardEarly() throws ParseException {
        Response progress = response(Response.SESSION_PROGRESS);
        PhoneSdp.Remote remote = sdp().read(SipMessages.sdp(invite));
        messages().setSdp(progress, sdp().answer(remote));
        connect(remote);
        return progress;
    }

    @Override
    void hangUpNow() throws SipException, ParseException, InvalidArgumentException {
        if (!answered) {
            rejectNow(Response.BUSY_HERE);
        } else if (state() == CallState.TALKING) {
            sendBye();
        } else {
            // Before the ACK there must be no BYE (RFC 3261, 15).
            hangingUp();
        }
    }

    /** The caller gave up before the answer. */
    void cancelled() throws SipException, ParseException, InvalidArgumentException {
        if (!answered && state() != CallState.ENDED) {
            transaction.sendResponse(response(Response.REQUEST_TERMINATED));
            finish(CallEnd.By.THEM, Response.REQUEST_TERMINATED, "cancelled");
        }
    }

    private void answerNow() throws SipException, ParseException, InvalidArgumentException {
        if (answered || state() == CallState.ENDED) {
            return;
        }
        Response ok = response(Response.OK);
        String offer = SipMessages.sdp(invite);
        if (plan.sdpFault() != AnswerPlan.SdpFault.NONE) {
            faulty(ok);
        } else if (offer == null) {
            messages().setSdp(ok, sdp().offer("sendrecv"));
        } else {
            PhoneSdp.Remote remote = sdp().read(offer);
            messages().setSdp(ok, sdp().answer(remote));
            connect(remote);
        }
        answered = true;
        transaction.sendResponse(ok);
    }

    @Override
    void toldToTalk() throws SipException, ParseException, InvalidArgumentException {
        answerNow();
    }

    private void faulty(Response ok) throws ParseException {
        switch (plan.sdpFault()) {
            case GARBAGE -> messages().setSdp(ok, "this is no session description\r\n");
            case NO_MEDIA -> messages().setSdp(ok, sdp().offer("sendrecv").replaceFirst("m=audio \\d+", "m=audio 0"));
            case FOREIGN_CODEC ->
                messages()
                        .setSdp(
                                ok,
                                sdp().offer("sendrecv")
                                        .replaceFirst("RTP/AVP [^\r]*", "RTP/AVP 18")
                                        .replaceAll("a=rtpmap:[^\r]*", "a=rtpmap:18 G729/8000"));
            default -> {
                // No description at all.
            }
        }
    }

    private void rejectNow(int status) throws SipException, ParseException, InvalidArgumentException {
        if (!answered && state() != CallState.ENDED) {
            Response refusal = response(status);
            transaction.sendResponse(refusal);
            finish(CallEnd.By.US, status, refusal.getReasonPhrase());
        }
    }

    @Override
    void acknowledged(Request ack) {
        if (answered) {
            super.acknowledged(ack);
            boolean hangUp = isHangingUp() && state() != CallState.TALKING;
            became(CallState.TALKING);
            if (hangUp) {
                stack().run(this::byeAfterAck);
            }
        }
    }

    private void byeAfterAck() throws SipException {
        dialog().sendRequest(stack().transaction(dialog().createRequest(Request.BYE), this));
    }

    @Override
    public void response(Response response, Dialog of) throws SipException, ParseException, InvalidArgumentException {
        dialogResponse(response);
    }

    @Override
    void release() {
        super.release();
        transaction = null;
    }

    private Response response(int status) throws ParseException {
        Response response = messages().response(status, invite);
        ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
        if (status < 300) {
            response.setHeader(messages()
                    .contact(phone().account().user(), phone().account().transport()));
        }
        return response;
    }

    private static String caller(Request invite) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        return from.getAddress().getURI() instanceof SipURI uri && uri.getUser() != null ? uri.getUser() : "unknown";
    }
}
