package io.zongji.simulator;

import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a phone registered: refreshes half-way, and tries again every few seconds while the registrar refuses or does not
 * answer, so that it survives the registrar's restart. Used on the stack's thread, except {@link #isActive}.
 */
final class Registration implements Transactor {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final SimulatedPhone phone;
    private final PhoneStack stack;
    private final Duration expires;
    private final CallIdHeader callId;
    private final String tag = SipMessages.newTag();
    private final DigestClient digest;
    private long sequence;
    private boolean wanted;
    private boolean challenged;
    private boolean active;
    private int status;
    private Request sent;
    private ClientTransaction transaction;
    private ScheduledFuture<?> next;
    private ScheduledFuture<?> patience;

    Registration(SimulatedPhone phone, Duration expires) {
        this.phone = phone;
        this.stack = phone.stack();
        this.expires = expires;
        this.callId = stack.messages().newCallId();
        this.digest = new DigestClient(stack.messages(), phone.account());
    }

    synchronized boolean isActive() {
        return active;
    }

    /** The last answer's status; 0 when there was none. */
    synchronized int status() {
        return status;
    }

    void begin() {
        wanted = true;
        challenged = false;
        send(expires, null);
    }

    void end() {
        wanted = false;
        challenged = false;
        send(Duration.ZERO, null);
    }

    /** Stops without telling the registrar. */
    void abandon() {
        wanted = false;
        cancel(next);
        dropTransaction();
    }

    @Override
    public void response(Response response, javax.sip.Dialog dialog) throws SipException, ParseException {
        if (response.getStatusCode() < 200) {
            return;
        }
        cancel(patience);
        transaction = null;
        if (DigestClient.isChallenge(response) && !challenged) {
            challenged = true;
            send(wanted ? expires : Duration.ZERO, response);
        } else if (response.getStatusCode() < 300) {
            challenged = false;
            became(wanted, response.getStatusCode());
            if (wanted) {
                again(granted(response).dividedBy(2));
            }
        } else {
            challenged = false;
            log.debug("{} cannot register: {}", phone, response.getStatusCode());
            became(false, response.getStatusCode());
            again(RETRY);
        }
    }

    @Override
    public void noAnswer(String method) {
        if (transaction != null) {
            log.debug("{}: the registrar does not answer", phone);
            dropTransaction();
            challenged = false;
            became(false, 0);
            again(RETRY);
        }
    }

    private void send(Duration duration, Response challenge) {
        cancel(next);
        dropTransaction();
        try {
            sent = request(duration);
            if (challenge != null && !digest.authorize(sent, challenge)) {
                became(false, challenge.getStatusCode());
                again(RETRY);
                return;
            }
            transaction = stack.transaction(sent, this);
            patience = stack.later(ANSWER_WITHIN, () -> noAnswer(Request.REGISTER));
            transaction.sendRequest();
        } catch (SipException | ParseException | InvalidArgumentException e) {
            log.debug("{} cannot send REGISTER", phone, e);
            became(false, 0);
            again(RETRY);
        }
    }

    private Request request(Duration duration) throws ParseException, InvalidArgumentException {
        PhoneAccount account = phone.account();
        SipMessages messages = stack.messages();
        String host = account.server().getAddress().getHostAddress();
        Address self = messages.identity(account.user(), host);
        javax.sip.address.SipURI registrar = messages.uri(null, account.server(), account.transport());
        Request request =
                messages.request(Request.REGISTER, registrar, self, tag, self, callId, ++sequence, account.transport());
        ContactHeader contact = messages.contact(account.user(), account.transport());
        request.addHeader(contact);
        request.addHeader(messages.headers().createExpiresHeader((int) duration.toSeconds()));
        return request;
    }

    private Duration granted(Response response) {
        ContactHeader contact = (ContactHeader) response.getHeader(ContactHeader.NAME);
        ExpiresHeader header = (ExpiresHeader) response.getHeader(ExpiresHeader.NAME);
        long seconds = contact != null && contact.getExpires() > 0
                ? contact.getExpires()
                : header == null ? expires.toSeconds() : header.getExpires();
        return Duration.ofSeconds(Math.max(2, Math.min(seconds, expires.toSeconds())));
    }

    private void again(Duration delay) {
        if (wanted) {
            cancel(next);
            next = stack.later(delay, this::begin);
        }
    }

    private void became(boolean now, int statusNow) {
        boolean change;
        synchronized (this) {
            change = active != now;
            active = now;
            status = statusNow;
        }
        phone.registrationChanged(change);
    }

    private void dropTransaction() {
        cancel(patience);
        if (transaction != null) {
            try {
                transaction.terminate();
            } catch (ObjectInUseException e) {
                log.debug("A REGISTER transaction goes on", e);
            }
            transaction = null;
        }
    }

    private static void cancel(ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
