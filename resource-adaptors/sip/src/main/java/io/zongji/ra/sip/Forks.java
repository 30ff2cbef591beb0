package io.zongji.ra.sip;

import gov.nist.javax.sip.ResponseEventExt;
import gov.nist.javax.sip.SipStackImpl;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.resource.FireableEventType;
import net.java.slee.resource.sip.DialogForkedEvent;

/**
 * An INVITE of ours that a proxy sent on to several phones: the first phone that rings has the dialog that the SBB began,
 * each further one a dialog of its own, announced by {@code javax.sip.Dialog.FORKED} on the first. The one that answers
 * wins, the others end. Used only while some service receives that event; the stack keeps one dialog otherwise, which
 * follows the phone that was heard last.
 */
final class Forks {

    /** After the end of an INVITE, for which the stack still knows it: 64*T1 and a little. */
    private static final int SECONDS = 34;

    private final SipCore core;
    private final LateAnswer late;
    private final Usual usual;

    /** What is done with a response to the only dialog of an INVITE. */
    @FunctionalInterface
    interface Usual {
        void inDialog(ClientTransactionActivity invite, SipDialogActivity dialog, Response response, boolean repeated);
    }

    Forks(SipCore core, LateAnswer late, Usual usual) {
        this.core = core;
        this.late = late;
        this.usual = usual;
    }

    /** The stack tells the dialogs apart from the next INVITE on, or no more. */
    static void tellApart(SipStackImpl stack, boolean wanted) {
        stack.setMaxForkTime(wanted ? SECONDS : 0);
    }

    /** A response of another dialog than the INVITE's first. */
    void heard(ResponseEventExt event) {
        Response response = event.getResponse();
        if (!(event.getOriginalTransaction().getApplicationData() instanceof ClientTransactionActivity invite)
                || invite.dialog() == null) {
            refuse(response);
            return;
        }
        Object known = event.getDialog().getApplicationData();
        if (known == invite.dialog()) {
            adopt(invite, event.getDialog(), response, event.isRetransmission());
        } else if (known instanceof SipDialogActivity fork) {
            further(invite, fork, response, event.isRetransmission());
        } else {
            first(invite, event.getDialog(), response);
        }
    }

    private void first(ClientTransactionActivity invite, Dialog stackDialog, Response response) {
        SipDialogActivity original = invite.dialog();
        if (original.outgoing().isAnswered()) {
            refuse(response);
            return;
        }
        SipDialogActivity fork = new SipDialogActivity(core, stackDialog, original, invite);
        if (!core.begin(fork)) {
            adopt(invite, stackDialog, response, false);
            return;
        }
        invite.forks().add(fork);
        fork.outgoing().heard(invite, response);
        DialogForkedEvent event = new DialogForkedEvent(core.provider(), invite, original, fork, response);
        if (!core.fire(original, core.events().forked(), event, SipCore.EVENT_FLAGS)) {
            settled(event, false);
        }
    }

    /** The SLEE is done with the announcement of a fork; where no SBB wanted to hear of it there is one dialog as ever. */
    void settled(DialogForkedEvent event, boolean processed) {
        ClientTransactionActivity invite = (ClientTransactionActivity) event.getClientTransaction();
        SipDialogActivity fork = (SipDialogActivity) event.getForkedDialog();
        if (!processed) {
            invite.forks().remove(fork);
            core.end(fork);
            adopt(invite, fork.wrapped(), event.getResponse(), false);
        } else if (event.getResponse().getStatusCode() / 100 == 2) {
            won(invite, fork, event.getResponse());
        }
    }

    private void adopt(ClientTransactionActivity invite, Dialog stackDialog, Response response, boolean repeated) {
        invite.dialog().adopt(stackDialog);
        usual.inDialog(invite, invite.dialog(), response, repeated);
    }

    private void further(
            ClientTransactionActivity invite, SipDialogActivity fork, Response response, boolean repeated) {
        if (repeated && fork.outgoing().isAnswered()) {
            return;
        }
        fork.outgoing().heard(invite, response);
        int status = response.getStatusCode();
        if (status / 100 == 2 && !won(invite, fork, response)) {
            return;
        }
        FireableEventType type = core.events().response(status);
        if (core.events().isWanted(type)) {
            core.fire(fork, type, new ResponseEvent(core.provider(), invite, fork, response), SipCore.EVENT_FLAGS);
        }
    }

    private boolean won(ClientTransactionActivity invite, SipDialogActivity fork, Response response) {
        if (!invite.dialog().outgoing().otherAnswered()) {
            refuse(response);
            fork.delete();
            return false;
        }
        fork.watch.agreed(response);
        over(invite, fork);
        return true;
    }

    /** The INVITE has its final answer: all dialogs but the winner's end. */
    void over(ClientTransactionActivity invite, SipDialogActivity winner) {
        for (SipDialogActivity fork : invite.forks()) {
            if (fork != winner) {
                fork.delete();
            }
        }
        if (!invite.forks().isEmpty() && invite.dialog() != winner) {
            invite.dialog().delete();
        }
        invite.forks().clear();
    }

    private void refuse(Response response) {
        boolean toInvite =
                ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod().equals(Request.INVITE);
        if (toInvite && response.getStatusCode() / 100 == 2) {
            late.refuse(response);
        }
    }
}
