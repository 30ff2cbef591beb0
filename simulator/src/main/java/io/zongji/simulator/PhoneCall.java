package io.zongji.simulator;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.EventHeader;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a simulated phone. What it is told to do happens soon after on the stack's thread; what became of it is read
 * by {@link #state} or waited for. Waiting in vain throws an {@link IllegalStateException} that tells what happened instead.
 * Safe for any thread.
 */
public abstract class PhoneCall implements Transactor {

    private static final Logger log = LoggerFactory.getLogger(PhoneCall.class);

    private final SimulatedPhone phone;
    private final String peer;
    private final PhoneAudio audio;
    private final PhoneSdp sdp;
    private Dialog dialog;
    private boolean hangingUp;
    private final SessionChanges changes = new SessionChanges(this);
    private final Referral referral = new Referral();

    private final CallProgress progress;

    PhoneCall(SimulatedPhone phone, String peer, CallState state, PhoneAudio audio, CallPlan plan) {
        this.phone = phone;
        this.peer = peer;
        this.progress = new CallProgress(this, state);
        this.audio = audio;
        this.sdp = new PhoneSdp(phone.stack().rtpAddress(audio.localPort()), plan.codecs());
        audio.say(phone.sound());
    }

    static PhoneAudio openAudio(SimulatedPhone phone) throws IOException {
        return phone.stack().openAudio();
    }

    /** The SIP Call-ID. */
    public abstract String id();

    abstract String localTag();

    /** The user part of the other party's address. */
    public String peer() {
        return peer;
    }

    public SimulatedPhone phone() {
        return phone;
    }

    public PhoneAudio audio() {
        return audio;
    }

    public CallState state() {
        return progress.state();
    }

    /** Why the call ended; null while it goes on. */
    public CallEnd end() {
        return progress.end();
    }

    /** Whether this phone has put the other party on hold, and it agreed. */
    public boolean isHeldByUs() {
        return progress.isHeldByUs();
    }

    /** Whether the other party does not want to hear this phone. */
    public boolean isHeldByThem() {
        return progress.isHeldByThem();
    }

    /** From the INVITE to the end, or until now. */
    public Duration age() {
        return progress.age();
    }

    /** From the INVITE to the answer; zero if it was never answered. */
    public Duration timeToAnswer() {
        return progress.timeToAnswer();
    }

    /** From the answer to the end, or until now; zero if it was never answered. */
    public Duration timeTalking() {
        return progress.timeTalking();
    }

    public PhoneCall awaitRinging(Duration atMost) {
        progress.await("ringing", atMost, () -> state() == CallState.RINGING || state() == CallState.TALKING);
        return this;
    }

    public PhoneCall awaitTalking(Duration atMost) {
        progress.await("an answer", atMost, () -> state() == CallState.TALKING);
        return this;
    }

    public CallEnd awaitEnded(Duration atMost) {
        progress.await("its end", atMost, () -> state() == CallState.ENDED);
        return end();
    }

    /** Waits until the other party has agreed to {@link #hold}. */
    public PhoneCall awaitHeldByUs(boolean held, Duration atMost) {
        progress.await("hold to be " + held, atMost, () -> isHeldByUs() == held);
        return this;
    }

    /** Waits until the other party has put this phone on hold, or has come back. */
    public PhoneCall awaitHeldByThem(boolean held, Duration atMost) {
        progress.await("being held to be " + held, atMost, () -> isHeldByThem() == held);
        return this;
    }

    /** Presses keys, see {@link PhoneAudio#press}. */
    public void sendDigits(String keys) {
        audio.press(keys);
    }

    /**
     * Sends an INFO within the call, as phones do that tell their keys by signalling.
     *
     * @param subtype of the type {@code application}, for example {@code dtmf-relay}
     */
    public void sendInfo(String subtype, String body) {
        phone.stack().run(() -> {
            Request info = dialog.createRequest(Request.INFO);
            messages().setBody(info, subtype, body);
            dialog.sendRequest(stack().transaction(info, this));
        });
    }

    /**
     * Asks by REFER that the other party goes on with somebody else, as the transfer key of a phone does. The phone hangs up
     * by itself when it hears that this has succeeded.
     *
     * @param target a number at the account's server
     */
    public void refer(String target) {
        phone.stack().run(() -> referTo(Referral.to(phone, target)));
    }

    /**
     * Asks by REFER that the other party goes on with the one of another call of this phone (RFC 3891), as the transfer key
     * does when the phone has two calls.
     */
    public void referTo(PhoneCall other) {
        phone.stack().run(() -> referTo(Referral.to(phone, other)));
    }

    /** Sends a REFER with this {@code Refer-To}, as it is. */
    public void referRaw(String referTo) {
        phone.stack().run(() -> referTo(referTo));
    }

    private void referTo(String referTo) throws SipException, ParseException {
        Request refer = dialog.createRequest(Request.REFER);
        messages().addHeader(refer, "Refer-To", referTo);
        dialog.sendRequest(stack().transaction(refer, this));
    }

    /** The statuses that this phone was told of its REFER: those of the answer and of what NOTIFY reports, in order. */
    public List<Integer> referral() {
        return referral.statuses();
    }

    /** Ends the call: CANCEL, a refusal or BYE, whatever fits. */
    public void hangUp() {
        phone.stack().run(this::hangUpNow);
    }

    /** Puts the other party on hold by a re-INVITE that offers {@code sendonly}. */
    public void hold() {
        phone.stack().run(() -> changes.offer("sendonly"));
    }

    /** Takes the other party back by a re-INVITE that offers {@code sendrecv}. */
    public void retrieve() {
        phone.stack().run(() -> changes.offer("sendrecv"));
    }

    @Override
    public String toString() {
        return phone.account().user() + " with " + peer + " (" + state() + ", " + id() + ")";
    }

    // --- on the stack's thread ---

    PhoneStack stack() {
        return phone.stack();
    }

    SipMessages messages() {
        return phone.stack().messages();
    }

    PhoneSdp sdp() {
        return sdp;
    }

    Dialog dialog() {
        return dialog;
    }

    /** The dialog, also one that nobody has answered yet. */
    Dialog earlyDialog() {
        return dialog;
    }

    void dialog(Dialog now) {
        this.dialog = now;
    }

    boolean isHangingUp() {
        return hangingUp;
    }

    void hangingUp() {
        hangingUp = true;
    }

    abstract void hangUpNow() throws SipException, ParseException, InvalidArgumentException;

    /** A request within the call's dialog; ACK has no transaction. */
    void request(Request request, ServerTransaction transaction)
            throws SipException, ParseException, InvalidArgumentException {
        boolean matters = Set.of(Request.BYE, Request.INVITE, Request.UPDATE).contains(request.getMethod());
        if (matters && phone.isStranger(request)) {
            transaction.sendResponse(phone.challenge(request));
            return;
        }
        switch (request.getMethod()) {
            case Request.ACK -> acknowledged(request);
            case Request.BYE -> {
                transaction.sendResponse(messages().response(Response.OK, request));
                finish(CallEnd.By.THEM, Response.OK, reason(request, "BYE"));
            }
            case Request.INVITE, Request.UPDATE -> changes.offered(request, transaction);
            case Request.OPTIONS, Request.INFO, Request.MESSAGE ->
                transaction.sendResponse(messages().response(Response.OK, request));
            case Request.NOTIFY -> {
                transaction.sendResponse(messages().response(Response.OK, request));
                told(request);
            }
            default -> transaction.sendResponse(messages().response(Response.NOT_IMPLEMENTED, request));
        }
    }

    /** A NOTIFY says how far the call is that this phone has asked for (RFC 3515, 2.4.5). */
    private void told(Request notify) throws SipException, ParseException, InvalidArgumentException {
        EventHeader event = (EventHeader) notify.getHeader(EventHeader.NAME);
        if (event != null && event.getEventType().equals("talk")) {
            toldToTalk();
            return;
        }
        if (referral.told(notify)) {
            sendBye();
        }
    }

    /** Somebody else wants this phone to take up the call. */
    void toldToTalk() throws SipException, ParseException, InvalidArgumentException {}

    void acknowledged(Request ack) {
        String answer = SipMessages.sdp(ack);
        if (answer != null) {
            connect(answer);
        }
    }

    /** A response to a request within the dialog. */
    void dialogResponse(Response response) throws SipException, InvalidArgumentException {
        String method = SipMessages.method(response);
        if (response.getStatusCode() < 200 || dialog == null) {
            return;
        }
        if (method.equals(Request.REFER)) {
            referral.answered(response);
        } else if (method.equals(Request.BYE)) {
            finish(CallEnd.By.US, response.getStatusCode(), response.getReasonPhrase());
        } else if (method.equals(Request.INVITE)) {
            changes.answered(response);
        }
    }

    @Override
    public void noAnswer(String method) {
        finish(method.equals(Request.BYE) ? CallEnd.By.US : CallEnd.By.THEM, Response.REQUEST_TIMEOUT, "no answer");
    }

    void sendBye() throws SipException {
        if (!hangingUp) {
            hangingUp = true;
            audio.close();
            dialog.sendRequest(stack().transaction(dialog.createRequest(Request.BYE), this));
        }
    }

    void connect(String description) {
        if (description == null) {
            return;
        }
        try {
            connect(sdp.read(description));
        } catch (IllegalArgumentException e) {
            log.info("{}: {}", this, e.getMessage());
        }
    }

    void connect(PhoneSdp.Remote remote) {
        audio.connect(remote);
        progress.heldByThem(!remote.receives());
    }

    void heldByUs(boolean held) {
        progress.heldByUs(held);
    }

    void became(CallState now) {
        if (progress.becomes(now)) {
            phone.changed(this, now);
        }
    }

    void finish(CallEnd.By by, int status, String reason) {
        if (state() == CallState.ENDED) {
            return;
        }
        audio.close();
        stack().forget(this);
        phone.forget(this);
        release();
        progress.endsWith(new CallEnd(by, status, reason));
        became(CallState.ENDED);
    }

    /** Lets go of what the stack keeps for a call, since who made the call may keep it long after its end. */
    void release() {
        dialog = null;
    }

    /** Ends without a word to the other party. */
    void vanish() {
        if (dialog != null) {
            dialog.delete();
        }
        finish(CallEnd.By.US, 0, "vanished");
    }

    static String reason(javax.sip.message.Message message, String otherwise) {
        ReasonHeader header = (ReasonHeader) message.getHeader(ReasonHeader.NAME);
        return header == null || header.getText() == null ? otherwise : header.getText();
    }
}
