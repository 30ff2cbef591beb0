package io.zongji.ra.sip;

import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.CancelRequestEvent;

/** Answers requests for which no SBB did: nothing that a peer sends stays without an answer. */
final class DefaultAnswers {

    private final SipCore core;

    DefaultAnswers(SipCore core) {
        this.core = core;
    }

    /** No SBB has handled the event, or it failed to be delivered. */
    void unhandled(RequestEvent event, boolean failed) {
        if (event instanceof CancelRequestEvent cancel) {
            if (!((ServerTransactionActivity) cancel.getServerTransaction()).isAnswered()) {
                core.provider().acceptCancel(cancel, false);
            }
        } else if (event.getServerTransaction() instanceof ServerTransactionActivity transaction) {
            answer(transaction, failed);
        }
    }

    void answer(ServerTransactionActivity transaction, boolean failed) {
        if (transaction.isAnswered()) {
            return;
        }
        String method = transaction.getRequest().getMethod();
        int status;
        if (transaction.dialog() != null && transaction.dialog().first() != transaction) {
            status = inDialog(method, failed);
        } else if (SipMessages.hasToTag(transaction.getRequest())) {
            status = Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
        } else {
            status = outOfDialog(method, failed);
        }
        send(transaction, status);
    }

    private static int outOfDialog(String method, boolean failed) {
        return switch (method) {
            case Request.OPTIONS -> Response.OK;
            case Request.INVITE -> failed ? Response.SERVER_INTERNAL_ERROR : Response.NOT_FOUND;
            case Request.BYE -> Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
            default -> failed ? Response.SERVER_INTERNAL_ERROR : Response.NOT_IMPLEMENTED;
        };
    }

    private static int inDialog(String method, boolean failed) {
        return switch (method) {
            case Request.BYE, Request.OPTIONS, Request.UPDATE, Request.INFO -> Response.OK;
            case Request.INVITE -> Response.NOT_ACCEPTABLE_HERE;
            case Request.PRACK, Request.NOTIFY -> Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
            default -> failed ? Response.SERVER_INTERNAL_ERROR : Response.NOT_IMPLEMENTED;
        };
    }

    /** The SLEE cannot take it now. */
    void busy(ServerTransactionActivity transaction) {
        try {
            Response response = core.messages().response(Response.SERVICE_UNAVAILABLE, transaction.getRequest());
            response.addHeader(core.messages().headers().createRetryAfterHeader(3));
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException e) {
            terminate(transaction, e);
        }
    }

    void send(ServerTransactionActivity transaction, int status) {
        try {
            Response response = core.messages().response(status, transaction.getRequest());
            if (transaction.getRequest().getMethod().equals(Request.UPDATE)
                    && transaction.getRequest().getRawContent() != null) {
                // An offer that no SBB wants to hear of.
                response.setStatusCode(Response.NOT_ACCEPTABLE_HERE);
                response.setReasonPhrase("Not Acceptable Here");
            }
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            terminate(transaction, e);
        }
    }

    private void terminate(ServerTransactionActivity transaction, Exception reason) {
        core.log().debug("{} could not be answered", transaction, reason);
        try {
            transaction.wrapped.terminate();
        } catch (javax.sip.ObjectInUseException e) {
            core.log().debug("{} could not be terminated", transaction, e);
        }
        core.end(transaction);
    }
}
