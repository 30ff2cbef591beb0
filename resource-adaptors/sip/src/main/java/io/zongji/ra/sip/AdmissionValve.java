package io.zongji.ra.sip;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sip.SipStack;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each message before the stack keeps anything of it, and counts it. New calls that cannot be taken get 503 with
 * Retry-After at once; a 2xx that was acknowledged before is acknowledged again, one of a fork that lost is ended, one of
 * a call that only passes through here is passed on.
 */
final class AdmissionValve implements SIPMessageValve {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionValve.class);

    private final AdmissionControl admission;
    private final Traffic traffic;
    private final AckCache acks;
    private final SIPTransactionStack stack;
    private final Resender resender;
    private final Consumer<Response> lost;
    private final Consumer<Response> letThrough;

    /** Sends a request without a transaction. */
    @FunctionalInterface
    interface Resender {
        void send(Request request) throws javax.sip.SipException;
    }

    AdmissionValve(
            AdmissionControl admission,
            Traffic traffic,
            AckCache acks,
            SIPTransactionStack stack,
            Resender resender,
            Consumer<Response> lost,
            Consumer<Response> letThrough) {
        this.admission = admission;
        this.traffic = traffic;
        this.acks = acks;
        this.stack = stack;
        this.resender = resender;
        this.lost = lost;
        this.letThrough = letThrough;
    }

    @Override
    public boolean processRequest(SIPRequest request, MessageChannel channel) {
        // An ACK belongs to the transaction of its INVITE, and is no repetition of it.
        boolean again = !Request.ACK.equals(request.getMethod())
                && stack.findTransaction(request.getTransactionId(), true) != null;
        traffic.request(request.getMethod(), again);
        if (!Request.INVITE.equals(request.getMethod()) || request.getToTag() != null || again) {
            return true;
        }
        if (admission.admit()) {
            return true;
        }
        refuse(request, channel);
        return false;
    }

    private static void refuse(SIPRequest request, MessageChannel channel) {
        try {
            SIPResponse response = request.createResponse(Response.SERVICE_UNAVAILABLE);
            response.setToTag(Long.toHexString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE));
            gov.nist.javax.sip.header.RetryAfter later = new gov.nist.javax.sip.header.RetryAfter();
            // Spread, so that those refused together do not come back together.
            later.setRetryAfter(2 + ThreadLocalRandom.current().nextInt(4));
            response.setHeader(later);
            channel.sendMessage(response);
        } catch (IOException | javax.sip.InvalidArgumentException e) {
            LOG.debug("A call could not be refused", e);
        }
    }

    @Override
    public boolean processResponse(Response response, MessageChannel channel) {
        traffic.response(response.getStatusCode());
        if (response.getStatusCode() / 100 != 2
                || !Request.INVITE.equals(((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod())) {
            return true;
        }
        if (SipMessages.isPassedOn(response)) {
            return isFirst((SIPResponse) response);
        }
        Request ack = acks.of(response);
        if (ack != null) {
            try {
                resender.send(ack);
            } catch (javax.sip.SipException e) {
                LOG.debug("A 2xx could not be acknowledged again", e);
            }
            return false;
        }
        if (acks.isLost(response)) {
            lost.accept(response);
            return false;
        }
        return true;
    }

    /** Of a call that an SBB has let through: the stack swallows a repeated 2xx, which the caller still has to get. */
    private boolean isFirst(SIPResponse success) {
        SIPTransaction transaction = stack.findTransaction(success.getTransactionId(), false);
        if (transaction != null && !transaction.isTerminated()) {
            return true;
        }
        letThrough.accept(success);
        return false;
    }

    @Override
    public void init(SipStack started) {
        // Made with all that it needs.
    }

    @Override
    public void destroy() {
        // Holds nothing.
    }
}
