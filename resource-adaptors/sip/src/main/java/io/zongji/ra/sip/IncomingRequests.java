package io.zongji.ra.sip;

import gov.nist.javax.sip.ServerTransactionExt;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionUnavailableException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FireableEventType;
import net.java.slee.resource.sip.CancelRequestEvent;

/** Finds or starts the activity that a received request belongs to, and fires it there. */
final class IncomingRequests {

    private static final int NEW_CALL_FLAGS = SipCore.EVENT_FLAGS | EventFlags.REQUEST_PROCESSING_SUCCESSFUL_CALLBACK;

    private final SipCore core;
    private final DefaultAnswers answers;

    IncomingRequests(SipCore core) {
        this.core = core;
        this.answers = new DefaultAnswers(core);
    }

    void take(RequestEvent event) {
        Request request = event.getRequest();
        switch (request.getMethod()) {
            case Request.ACK -> acknowledgement(event);
            case Request.CANCEL -> cancel(event);
            default -> {
                Dialog dialog = event.getDialog();
                if (dialog != null && dialog.getApplicationData() instanceof SipDialogActivity activity) {
                    inDialog(event, activity);
                } else if (SipMessages.hasToTag(request) && !isForSbbsWithoutDialog(request)) {
                    noSuchDialog(event);
                } else {
                    outOfDialog(event);
                }
            }
        }
    }

    /**
     * A request of a dialog that is not ours may be one that an SBB lets through, or belong to a call that an SBB keeps
     * without a dialog activity. A further INVITE to ourselves would look like a new call.
     */
    private boolean isForSbbsWithoutDialog(Request request) {
        String method = request.getMethod();
        boolean toUs =
                request.getRequestURI() instanceof SipURI uri && core.messages().isLocal(uri);
        return core.events().isWanted(core.events().request(method)) && !(toUs && method.equals(Request.INVITE));
    }

    /** Null for a repetition, which the stack deals with. */
    private ServerTransactionActivity transaction(RequestEvent event) {
        try {
            ServerTransaction transaction = event.getServerTransaction();
            if (transaction == null) {
                transaction = core.stackProvider().getNewServerTransaction(event.getRequest());
            }
            ServerTransactionActivity known = SipCore.of(transaction);
            return known != null ? known : new ServerTransactionActivity(core, transaction, event.getRequest());
        } catch (TransactionAlreadyExistsException | TransactionUnavailableException e) {
            return null;
        }
    }

    private void noSuchDialog(RequestEvent event) {
        ServerTransactionActivity transaction = transaction(event);
        if (transaction != null) {
            answers.send(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    private void outOfDialog(RequestEvent event) {
        Request request = event.getRequest();
        ServerTransactionActivity transaction = transaction(event);
        if (transaction == null) {
            return;
        }
        FireableEventType type = core.events().request(request.getMethod());
        if (!core.events().isWanted(type)) {
            if (request.getMethod().equals(Request.INVITE)) {
                answers.busy(transaction);
            } else {
                answers.answer(transaction, false);
            }
            return;
        }
        if (!core.begin(transaction)) {
            answers.busy(transaction);
            return;
        }
        int flags = SipCore.EVENT_FLAGS;
        if (transaction.isInvite()) {
            transaction.trying();
            flags = NEW_CALL_FLAGS;
        }
        RequestEvent fired = new RequestEvent(core.provider(), transaction, null, request);
        if (!core.fire(transaction, type, fired, flags)) {
            answers.busy(transaction);
        } else if (!transaction.isInvite()) {
            core.awaitAnswer(transaction);
        }
    }

    private void inDialog(RequestEvent event, SipDialogActivity dialog) {
        Request request = event.getRequest();
        ServerTransactionActivity transaction = transaction(event);
        if (transaction == null) {
            return;
        }
        dialog.watch.heard();
        transaction.belongsTo(dialog);
        if (transaction.isInvite()) {
            transaction.trying();
        }
        FireableEventType type = core.events().inDialog(request.getMethod());
        RequestEvent fired = new RequestEvent(core.provider(), transaction, dialog, request);
        if (!core.events().isWanted(type) || !dialog.isLive() || !core.fire(dialog, type, fired, SipCore.EVENT_FLAGS)) {
            answers.answer(transaction, false);
        } else if (!transaction.isInvite()) {
            core.awaitAnswer(transaction);
        }
    }

    private void acknowledgement(RequestEvent event) {
        Dialog stackDialog = event.getDialog();
        if (stackDialog == null || !(stackDialog.getApplicationData() instanceof SipDialogActivity dialog)) {
            acknowledgementToPassOn(event);
            return;
        }
        Request request = event.getRequest();
        dialog.watch.heard();
        long cseq = ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber();
        dialog.sentAnswer.acknowledged(cseq);
        boolean isFirst = dialog.watch.acknowledgedOnce(cseq);
        dialog.byeIfDue();
        FireableEventType type = core.events().inDialog(Request.ACK);
        if (isFirst && core.events().isWanted(type) && dialog.isLive()) {
            core.fire(dialog, type, new RequestEvent(core.provider(), null, dialog, request), 0);
        }
    }

    /** For a proxy, which has no dialog. */
    private void acknowledgementToPassOn(RequestEvent event) {
        FireableEventType type = core.events().request(Request.ACK);
        if (!core.events().isWanted(type)) {
            return;
        }
        Request request = event.getRequest();
        ServerTransactionActivity transaction =
                new ServerTransactionActivity(core, new AckTransaction(request), request);
        RequestEvent fired = new RequestEvent(core.provider(), transaction, null, request);
        if (core.begin(transaction) && !core.fire(transaction, type, fired, SipCore.EVENT_FLAGS)) {
            core.end(transaction);
        }
    }

    private void cancel(RequestEvent event) {
        ServerTransactionActivity cancel = transaction(event);
        if (cancel == null) {
            return;
        }
        ServerTransactionActivity invite =
                SipCore.of(((ServerTransactionExt) cancel.wrapped).getCanceledInviteTransaction());
        CancelRequestEvent fired = new CancelRequestEvent(
                core.provider(), cancel, invite, invite == null ? null : invite.dialog(), event.getRequest());
        FireableEventType type = core.events().cancel();
        if (!core.events().isWanted(type)) {
            answers.unhandled(fired, false);
            return;
        }
        SipActivity on = invite == null ? cancel : invite.isLive() && !invite.isLeft() ? invite : invite.dialog();
        boolean late = on == null || (invite != null && invite.isAnswered()) || (invite == null && !core.begin(cancel));
        if (late || !core.fire(on, type, fired, SipCore.EVENT_FLAGS)) {
            answers.unhandled(fired, false);
        } else if (on == cancel) {
            core.awaitAnswer(cancel);
        }
    }
}
