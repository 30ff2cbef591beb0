package io.zongji.ra.sip;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides early whether one more call can be taken: by the rate of new calls, the dialogs that exist, and
 * signs that the SLEE is behind. Refusing early keeps retransmissions from feeding an overload. Thread-safe.
 */
final class AdmissionControl {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionControl.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final int callsPerSecond;
    private final int maxDialogs;
    private final long maxLagNanos;
    private final IntSupplier dialogs;
    private final LongSupplier nanoTime;
    private final LongAdder refused = new LongAdder();
    private double tokens;
    private long filledNanos;
    private volatile long closedUntilNanos;
    private volatile boolean closed;
    private volatile boolean shut;

    AdmissionControl(SipConfiguration configuration, IntSupplier dialogs, LongSupplier nanoTime) {
        this.callsPerSecond = configuration.maxNewCallsPerSecond();
        this.maxDialogs = configuration.maxDialogs();
        this.maxLagNanos = TimeUnit.MILLISECONDS.toNanos(configuration.maxLagMillis());
        this.dialogs = dialogs;
        this.nanoTime = nanoTime;
        this.tokens = callsPerSecond;
        this.filledNanos = nanoTime.getAsLong();
    }

    /** Whether a new call may come in now; takes it into account if so. */
    boolean admit() {
        boolean admitted = !isClosed() && (maxDialogs == 0 || dialogs.getAsInt() < maxDialogs) && takeToken();
        if (!admitted) {
            refused.increment();
        }
        return admitted;
    }

    private boolean isClosed() {
        if (shut) {
            return true;
        }
        if (closed && nanoTime.getAsLong() - closedUntilNanos >= 0) {
            closed = false;
        }
        return closed;
    }

    private synchronized boolean takeToken() {
        if (callsPerSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(callsPerSecond, tokens + (now - filledNanos) * 1e-9 * callsPerSecond);
        filledNanos = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** The SLEE refused an event: no new calls for half a second. */
    void sleeRefused() {
        if (!closed) {
            LOG.warn("The services are behind: new calls are refused for a moment, {} so far", refused.sum());
        }
        closedUntilNanos = nanoTime.getAsLong() + PAUSE_NANOS;
        closed = true;
    }

    /** No new calls from now on. */
    void close() {
        shut = true;
    }

    /** A new call was seen by its SBB this long after it came in. */
    void observedLag(long nanos) {
        if (maxLagNanos > 0 && nanos > maxLagNanos) {
            sleeRefused();
        }
    }

    /** Calls refused so far. */
    long refused() {
        return refused.sum();
    }
}
