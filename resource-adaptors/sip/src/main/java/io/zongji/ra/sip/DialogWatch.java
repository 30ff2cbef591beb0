package io.zongji.ra.sip;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.SipException;
import javax.sip.header.SupportedHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Watches that the peer of one confirmed dialog is still there: the session timer of RFC 4028 where agreed,
 * requests inside the dialog where it is silent, the ACK of our 2xx. A peer that is gone ends the dialog
 * with the event {@code javax.sip.Timeout.Dialog}. {@link #sweep} is called about once a second.
 */
final class DialogWatch {

    /** RFC 3261 section 13.3.1.4: 64*T1 without ACK. A little later than the stack's own timer. */
    private static final long ACK_NANOS = TimeUnit.SECONDS.toNanos(36);

    private final SipDialogActivity dialog;
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile SessionTimer timer = SessionTimer.NONE;
    private volatile long heardNanos;
    private volatile long refreshedNanos;
    private volatile boolean asking;
    private volatile boolean peerTakesUpdate;
    private volatile long awaitedAck;
    private volatile long awaitedSinceNanos;
    private volatile long acknowledged;

    DialogWatch(SipDialogActivity dialog) {
        this.dialog = dialog;
        heardNanos = dialog.core.nanoTime();
        refreshedNanos = heardNanos;
    }

    SessionTimer timer() {
        return timer;
    }

    /** Something came from the peer in this dialog. */
    void heard() {
        heardNanos = dialog.core.nanoTime();
    }

    void offerTimer(Request invite) {
        SessionTimer.offer(invite, dialog.core.configuration().sessionExpiresSeconds());
    }

    void answerTimer(Request request, Response response) {
        peerTakesUpdate = SessionTimer.allowsUpdate(request);
        timer = SessionTimer.answer(
                request, response, dialog.core.configuration().sessionExpiresSeconds());
        refreshedNanos = dialog.core.nanoTime();
    }

    /** A 2xx to an INVITE or UPDATE that was sent to the peer. */
    void agreed(Response success) {
        peerTakesUpdate = SessionTimer.allowsUpdate(success);
        timer = SessionTimer.agreed(success);
        refreshedNanos = dialog.core.nanoTime();
    }

    void awaitAck(long cseq) {
        awaitedSinceNanos = dialog.core.nanoTime();
        awaitedAck = cseq;
    }

    /** Whether the ACK of a 2xx of ours may still come. Until then the peer may not know how to take a BYE. */
    boolean isAckOutstanding() {
        return awaitedAck != 0 && dialog.core.nanoTime() - awaitedSinceNanos <= ACK_NANOS;
    }

    /** True for the first ACK with this number. */
    synchronized boolean acknowledgedOnce(long cseq) {
        if (acknowledged == cseq) {
            return false;
        }
        acknowledged = cseq;
        if (awaitedAck == cseq) {
            awaitedAck = 0;
        }
        return true;
    }

    void sweep(long now) {
        if (dialog.outgoing().isForgotten(now)) {
            lose(false);
            return;
        }
        if (!dialog.isConfirmed() || dialog.isByeSent()) {
            return;
        }
        if (awaitedAck != 0 && now - awaitedSinceNanos > ACK_NANOS) {
            lose(true);
            return;
        }
        SessionTimer agreed = timer;
        if (agreed.seconds() > 0) {
            long idle = now - refreshedNanos;
            if (idle > TimeUnit.SECONDS.toNanos(patience(agreed.seconds()))) {
                lose(true);
                return;
            }
            if (agreed.weRefresh() && idle > TimeUnit.SECONDS.toNanos(agreed.seconds()) / 2) {
                ask(peerTakesUpdate);
                return;
            }
        }
        int probe = dialog.core.configuration().probeSeconds();
        if (probe > 0 && now - heardNanos > TimeUnit.SECONDS.toNanos(probe)) {
            ask(false);
        }
    }

    /** RFC 4028 section 10: the side that does not refresh gives up the smaller of 32 s and a third early. */
    private static long patience(int seconds) {
        return seconds - Math.min(32, seconds / 3);
    }

    private void ask(boolean byUpdate) {
        if (asking) {
            return;
        }
        asking = true;
        try {
            Request request = dialog.createRequest(byUpdate ? Request.UPDATE : Request.OPTIONS);
            if (byUpdate) {
                request.addHeader(SessionTimer.header(timer.seconds(), "uac"));
                request.addHeader(dialog.core.messages().headers().createSupportedHeader("timer"));
            }
            dialog.send(request, this::answered);
        } catch (SipException | java.text.ParseException | RuntimeException e) {
            asking = false;
            dialog.core.log().debug("{} cannot be asked", dialog, e);
            lose(false);
        }
    }

    private void answered(int status, Response response) {
        asking = false;
        heard();
        if (isGone(status)) {
            lose(status != Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (status / 100 == 2 && timer.weRefresh()) {
            refreshedNanos = dialog.core.nanoTime();
        }
    }

    /** RFC 5057: these end the dialog whatever the request was. */
    static boolean isGone(int status) {
        return status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST || status == Response.REQUEST_TIMEOUT;
    }

    /** Ends the dialog because its peer is gone; SBBs hear of it once. */
    void lose(boolean sendBye) {
        if (!lost.compareAndSet(false, true) || !dialog.isLive()) {
            return;
        }
        dialog.core.fireDialogTimeout(dialog);
        if (sendBye) {
            dialog.hangUp();
        } else {
            dialog.delete();
        }
        dialog.core.end(dialog);
    }

    static boolean supportsTimer(Request request) {
        return SessionTimer.lists(request, SupportedHeader.NAME, "timer");
    }
}
