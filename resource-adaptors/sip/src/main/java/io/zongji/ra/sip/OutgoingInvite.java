package io.zongji.ra.sip;

import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * The INVITE of ours that a dialog has under way: when it may be cancelled, what must be acknowledged, and
 * the race of CANCEL with 2xx (RFC 3261 sections 9.1 and 13.2.2.4). Thread-safe.
 */
final class OutgoingInvite {

    /** What to do with a response to the INVITE. */
    enum Verdict {
        DELIVER,
        SWALLOW,
        CANCELLED_TOO_LATE
    }

    private static final long CANCEL_NANOS = TimeUnit.SECONDS.toNanos(34);

    private final SipDialogActivity dialog;
    private ClientTransactionActivity transaction;
    private long sequence;
    private boolean provisional;
    private boolean answered;
    private boolean cancelWanted;
    private boolean cancelSent;
    private long cancelNanos;
    private long unacknowledged;

    OutgoingInvite(SipDialogActivity dialog) {
        this.dialog = dialog;
    }

    synchronized void begin(ClientTransactionActivity invite) {
        transaction = invite;
        sequence = ((CSeqHeader) invite.getRequest().getHeader(CSeqHeader.NAME)).getSeqNumber();
        provisional = false;
        answered = false;
        cancelWanted = false;
        cancelSent = false;
    }

    /** Sends CANCEL now, or when the first provisional response comes; ends the call if it was answered already. */
    ClientTransaction cancel() throws SipException {
        ClientTransactionActivity invite;
        synchronized (this) {
            if (transaction == null) {
                throw new SipException("no INVITE was sent in this dialog");
            }
            if (answered) {
                invite = null;
            } else {
                cancelWanted = true;
                if (!provisional || cancelSent) {
                    return null;
                }
                cancelSent = true;
                cancelNanos = dialog.core.nanoTime();
                invite = transaction;
            }
        }
        if (invite == null) {
            if (dialog.isConfirmed() && !dialog.isByeSent()) {
                dialog.hangUp();
            }
            return null;
        }
        return sendCancel(invite);
    }

    private ClientTransaction sendCancel(ClientTransactionActivity invite) throws SipException {
        Request cancel = invite.wrapped.createCancel();
        ClientTransactionActivity sent = dialog.core.newClientTransaction(cancel, (status, response) -> {});
        sent.wrapped.sendRequest();
        return sent;
    }

    /** Takes note of a response to an INVITE in this dialog. */
    Verdict heard(ClientTransactionActivity of, Response response) {
        boolean cancelNow = false;
        synchronized (this) {
            if (of != transaction) {
                return Verdict.DELIVER;
            }
            if (answered) {
                return Verdict.SWALLOW;
            }
            int status = response.getStatusCode();
            if (status < 200) {
                provisional = true;
                if (cancelWanted && !cancelSent) {
                    cancelSent = true;
                    cancelNanos = dialog.core.nanoTime();
                    cancelNow = true;
                }
            } else {
                answered = true;
                if (status < 300) {
                    sequence = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
                    unacknowledged = sequence;
                    return cancelWanted ? Verdict.CANCELLED_TOO_LATE : Verdict.DELIVER;
                }
            }
        }
        if (cancelNow) {
            try {
                sendCancel(of);
            } catch (SipException e) {
                dialog.core.log().debug("CANCEL could not be sent for {}", of, e);
            }
        }
        return Verdict.DELIVER;
    }

    synchronized boolean isAnswered() {
        return answered;
    }

    /** Another phone has answered the INVITE in a dialog of its own; false when it is too late, or not wanted any more. */
    synchronized boolean otherAnswered() {
        if (answered || cancelWanted) {
            return false;
        }
        answered = true;
        return true;
    }

    /** Whether the peer has had its time to end what we cancelled (RFC 3261 section 9.1: 64*T1). */
    synchronized boolean isForgotten(long now) {
        return cancelSent && !answered && now - cancelNanos > CANCEL_NANOS;
    }

    /** True for the first ACK of a 2xx; later ones need not be sent by an SBB. */
    synchronized boolean acknowledgedOnce(long cseq) {
        if (unacknowledged == cseq) {
            unacknowledged = 0;
            return true;
        }
        return false;
    }

    /** Acknowledges a 2xx that no SBB has acknowledged, before the RA hangs up. */
    void acknowledgeSuccess() throws SipException, InvalidArgumentException {
        long cseq;
        synchronized (this) {
            cseq = unacknowledged;
        }
        if (cseq > 0) {
            dialog.sendAck(dialog.createAck(cseq));
        }
    }
}
