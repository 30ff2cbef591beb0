package io.zongji.ra.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.ResponseEventExt;
import gov.nist.javax.sip.SipListenerExt;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.Timeout;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.resource.FireableEventType;

/**
 * What the stack reports, made into events on the activity that the RA type names. Called by the stack's
 * worker threads; lets no exception out, for that would cost the stack a worker.
 */
final class StackListener implements SipListenerExt {

    private final SipCore core;
    private final IncomingRequests requests;
    private final LateAnswer late;
    private final Forks forks;

    StackListener(SipCore core) {
        this.core = core;
        this.requests = new IncomingRequests(core);
        this.late = new LateAnswer(core);
        this.forks = new Forks(core, late, this::inDialog);
    }

    Forks forks() {
        return forks;
    }

    private void guarded(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            core.log().warn("A SIP {} could not be processed", what, e);
        }
    }

    @Override
    public void processRequest(RequestEvent event) {
        guarded("request", () -> requests.take(event));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        guarded("response", () -> response((ResponseEventExt) event));
    }

    private void response(ResponseEventExt event) {
        Response response = event.getResponse();
        ClientTransaction transaction = event.getClientTransaction();
        if (event.isForkedResponse()) {
            forks.heard(event);
            return;
        }
        if (transaction == null) {
            withoutTransaction(event, response);
            return;
        }
        if (!(transaction.getApplicationData() instanceof ClientTransactionActivity activity)) {
            return;
        }
        SipDialogActivity dialog = activity.dialog();
        if (dialog != null) {
            dialog.watch.heard();
            if (dialog.answersChallenge(activity, response)) {
                return;
            }
        }
        if (activity.ownOutcome() != null) {
            if (response.getStatusCode() >= 200) {
                activity.ownOutcome().done(response.getStatusCode(), response);
            }
        } else if (dialog != null) {
            if (event.getDialog() != null && isOf(dialog, event.getDialog())) {
                dialog.adopt(event.getDialog());
            }
            inDialog(activity, dialog, response, event.isRetransmission());
        } else {
            fireResponse(activity, activity, null, response);
            if (response.getStatusCode() >= 200) {
                core.end(activity);
            }
        }
    }

    /** Behind a fork another may answer than was heard before: for the stack that is a new dialog, which nobody knows yet. */
    private static boolean isOf(SipDialogActivity dialog, Dialog stackDialog) {
        return stackDialog.getApplicationData() == dialog || stackDialog.getApplicationData() == null;
    }

    private void withoutTransaction(ResponseEventExt event, Response response) {
        boolean success = response.getStatusCode() / 100 == 2
                && ((CSeqHeader) response.getHeader(CSeqHeader.NAME))
                        .getMethod()
                        .equals(Request.INVITE);
        if (!success) {
            return;
        }
        Dialog dialog = event.getDialog();
        SipDialogActivity ours =
                dialog != null && dialog.getApplicationData() instanceof SipDialogActivity known ? known : null;
        if (ours == null || !ours.isLive()) {
            late.refuse(response);
        }
        // Else a repeated 2xx that the SBB is about to acknowledge.
    }

    /** A repeated 2xx of a call that an SBB has let through: its transaction is over (RFC 3261 section 16.7 step 9). */
    void passOn(Response success) {
        try {
            Response passed = (Response) success.clone();
            passed.removeFirst(ViaHeader.NAME);
            core.stackProvider().sendResponse(passed);
        } catch (SipException e) {
            core.log().debug("A 2xx could not be passed on", e);
        }
    }

    private void inDialog(
            ClientTransactionActivity transaction, SipDialogActivity dialog, Response response, boolean repeated) {
        int status = response.getStatusCode();
        String method = transaction.getRequest().getMethod();
        boolean invite = method.equals(Request.INVITE);
        if (invite && status / 100 == 2 && isOtherFork(dialog, response)) {
            late.refuse(response);
            return;
        }
        if (invite) {
            OutgoingInvite.Verdict verdict = dialog.outgoing().heard(transaction, response);
            if (verdict == OutgoingInvite.Verdict.CANCELLED_TOO_LATE) {
                cancelledTooLate(transaction, dialog);
            }
            if (verdict != OutgoingInvite.Verdict.DELIVER) {
                return;
            }
        }
        if (repeated && status < 200) {
            return;
        }
        if (status / 100 == 2 && (invite || method.equals(Request.UPDATE))) {
            dialog.watch.agreed(response);
        }
        boolean seen = fireResponse(dialog, transaction, dialog, response);
        if (status < 200) {
            return;
        }
        forks.over(transaction, dialog);
        if (!seen) {
            dialog.forget(transaction);
        }
        boolean first = transaction == dialog.first();
        if (method.equals(Request.BYE) || (first && status >= 300)) {
            core.end(dialog);
        } else if (!first && DialogWatch.isGone(status)) {
            dialog.watch.lose(status == Response.REQUEST_TIMEOUT);
        }
    }

    private static boolean isOtherFork(SipDialogActivity dialog, Response response) {
        String tag = ((ToHeader) response.getHeader(ToHeader.NAME)).getTag();
        return dialog.isConfirmed() && tag != null && !tag.equals(dialog.getRemoteTag());
    }

    /** The peer answered while our CANCEL was on its way: acknowledge, hang up, and tell the SBB what it expects. */
    private void cancelledTooLate(ClientTransactionActivity transaction, SipDialogActivity dialog) {
        try {
            Response terminated = core.messages().response(Response.REQUEST_TERMINATED, transaction.getRequest());
            fireResponse(dialog, transaction, dialog, terminated);
        } catch (SipException e) {
            core.log().debug("No 487 for {}", transaction, e);
        }
        dialog.hangUp();
    }

    /** False when nobody will see it. */
    private boolean fireResponse(
            SipActivity on, ClientTransactionActivity transaction, SipDialogActivity dialog, Response response) {
        FireableEventType type = core.events().response(response.getStatusCode());
        return core.events().isWanted(type)
                && core.fire(
                        on,
                        type,
                        new ResponseEvent(core.provider(), transaction, dialog, response),
                        SipCore.EVENT_FLAGS);
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        guarded("timeout", () -> {
            if (event.isServerTransaction()) {
                ServerTransactionActivity activity = SipCore.of(event.getServerTransaction());
                if (activity != null) {
                    serverTimeout(activity);
                }
            } else if (event.getClientTransaction().getApplicationData()
                    instanceof ClientTransactionActivity activity) {
                clientTimeout(activity, event.getTimeout());
            }
        });
    }

    private void serverTimeout(ServerTransactionActivity activity) {
        if (activity.isLive() && core.events().isWanted(core.events().transactionTimeout())) {
            TimeoutEvent event = new TimeoutEvent(core.provider(), activity, Timeout.TRANSACTION);
            core.fire(activity, core.events().transactionTimeout(), event, 0);
        }
        core.end(activity);
    }

    private void clientTimeout(ClientTransactionActivity activity, Timeout timeout) {
        if (activity.ownOutcome() != null) {
            activity.ownOutcome().done(Response.REQUEST_TIMEOUT, null);
            return;
        }
        SipDialogActivity dialog = activity.dialog();
        core.fireTransactionTimeout(dialog != null ? dialog : activity, activity, timeout);
        if (dialog == null) {
            return;
        }
        if (activity == dialog.first() || dialog.isByeSent()) {
            dialog.delete();
        } else {
            dialog.watch.lose(true);
        }
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        guarded("transaction's end", () -> {
            Object data = event.isServerTransaction()
                    ? event.getServerTransaction().getApplicationData()
                    : event.getClientTransaction().getApplicationData();
            if (data instanceof SipActivity activity) {
                core.end(activity);
            }
        });
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        guarded("dialog's end", () -> {
            if (event.getDialog().getApplicationData() instanceof SipDialogActivity dialog) {
                core.end(dialog);
            }
        });
    }

    @Override
    public void processDialogTimeout(DialogTimeoutEvent event) {
        guarded("dialog timeout", () -> {
            if (event.getDialog().getApplicationData() instanceof SipDialogActivity dialog) {
                if (dialog.isConfirmed()) {
                    dialog.watch.lose(true);
                } else {
                    core.fireDialogTimeout(dialog);
                    dialog.hangUp();
                }
            }
        });
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        core.log().debug("No connection to {}:{}/{}", event.getHost(), event.getPort(), event.getTransport());
    }
}
