package io.zongji.ra.sip;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that was received and how it is answered. Out of a dialog it is an activity, which ends when
 * its final response was sent; inside a dialog it is not.
 */
final class ServerTransactionActivity extends TransactionActivity<ServerTransaction> implements ServerTransaction {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ServerTransactionActivity.class);

    final transient long receivedNanos;
    private final transient AtomicBoolean answered = new AtomicBoolean();
    private transient volatile String localTag;
    private transient volatile boolean left;

    ServerTransactionActivity(SipCore core, ServerTransaction wrapped, Request request) {
        super(core, wrapped, request);
        this.receivedNanos = core.nanoTime();
        this.localTag = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag();
        this.answered.set(wrapped instanceof AckTransaction);
    }

    /** No SBB is attached any more; those that made a dialog of it are attached to that. */
    void leave() {
        left = true;
    }

    boolean isLeft() {
        return left;
    }

    /** Of an ACK without a dialog, to which no answer is due. */
    boolean isAck() {
        return wrapped instanceof AckTransaction;
    }

    boolean isAnswered() {
        return answered.get();
    }

    boolean isInvite() {
        return getRequest().getMethod().equals(Request.INVITE);
    }

    /** Whether a response with this To tag was made by somebody else and only passes through here. */
    synchronized boolean isForeign(String tag) {
        return tag != null && !tag.equals(localTag);
    }

    /** The tag that all our responses to this request carry. */
    synchronized String localTag() {
        if (localTag == null) {
            localTag = core.newTag();
        }
        return localTag;
    }

    /**
     * Tells the caller that its INVITE is here (RFC 3261, 17.2.1), before anybody works on it. The stack does so only after
     * 200 ms, in a thread that a 200 can overtake.
     */
    void trying() {
        try {
            wrapped.sendResponse(core.messages().response(Response.TRYING, getRequest()));
        } catch (SipException | InvalidArgumentException e) {
            LOG.debug("no 100 for {}", this, e);
        }
    }

    @Override
    public void sendResponse(Response response) throws SipException, InvalidArgumentException {
        boolean isFinal = response.getStatusCode() >= 200;
        if (isFinal && !answered.compareAndSet(false, true)) {
            throw new SipException(this + " has its final response already");
        }
        SipDialogActivity dialog = dialog();
        try {
            core.messages().complete(response, this);
            if (dialog != null) {
                dialog.beforeResponse(this, response);
            }
            wrapped.sendResponse(response);
        } catch (SipException | InvalidArgumentException | RuntimeException e) {
            if (isFinal) {
                answered.set(false);
            }
            throw e;
        }
        if (isFinal) {
            if (dialog != null) {
                dialog.afterFinalResponse(this, response.getStatusCode());
            }
            core.end(this);
        }
    }

    @Override
    public void enableRetransmissionAlerts() throws SipException {
        wrapped.enableRetransmissionAlerts();
    }

    @Override
    String eventUri() {
        return uri(getRequest(), ToHeader.NAME);
    }
}
