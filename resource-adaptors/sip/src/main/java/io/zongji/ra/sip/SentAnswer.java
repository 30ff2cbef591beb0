package io.zongji.ra.sip;

import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import javax.sip.header.CSeqHeader;

/**
 * Our 2xx to an INVITE, until its ACK. The stack starts to repeat a 2xx only after it has sent it, and forgets an ACK that
 * comes in between; so it would repeat the 2xx although the peer was quick. Here the ACK is remembered and told to the stack
 * again. Of sending and hearing, whichever comes later sees the other.
 */
final class SentAnswer {

    private final SipDialogActivity dialog;
    private volatile ServerTransactionActivity sent;
    private volatile long acknowledged;

    SentAnswer(SipDialogActivity dialog) {
        this.dialog = dialog;
    }

    /** The stack has sent the 2xx and repeats it from now on. */
    void sent(ServerTransactionActivity invite) {
        sent = invite;
        settle();
    }

    /** The ACK came, and the stack has seen it. */
    void acknowledged(long cseq) {
        acknowledged = cseq;
        settle();
    }

    private void settle() {
        ServerTransactionActivity invite = sent;
        if (invite == null || cseqOf(invite) != acknowledged) {
            return;
        }
        sent = null;
        if (dialog.wrapped() instanceof SIPDialog stack && !stack.isAckSeen()) {
            stack.handleAck((SIPServerTransaction) invite.wrapped);
        }
    }

    private static long cseqOf(ServerTransactionActivity invite) {
        return ((CSeqHeader) invite.getRequest().getHeader(CSeqHeader.NAME)).getSeqNumber();
    }
}
