package io.zongji.slee.container.activity;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many events may wait, in one mailbox and in all. Only events from outside (resource adaptors, connections) are
 * refused; timers, ends and what SBBs fire always find a place, since refusing them would leak. Events that begin something
 * new, such as a call, are refused first: the last fifth is for what is up already, so that it can be brought to its end.
 */
public final class LoadLimit {
    private final int perActivity;
    private final int total;
    private final int totalForNew;
    private final AtomicInteger queued = new AtomicInteger();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder refused = new LongAdder();

    public LoadLimit(int perActivity, int total) {
        if (perActivity < 1 || total < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        this.perActivity = perActivity;
        this.total = total;
        this.totalForNew = Math.max(1, total - total / 5);
    }

    /** Whether one more event of an RA fits. Approximate under contention. */
    public boolean admits(ActivityContext context) {
        int waiting = context.mailbox().size();
        int all = queued.get();
        boolean fits = all < totalForNew || all < total && (waiting > 0 || context.attachmentCount() > 0);
        return counted(fits && waiting < perActivity);
    }

    /** Whether one more event of a connection fits. Approximate under contention. */
    public boolean admitsFromConnection() {
        return counted(queued.get() < total);
    }

    private boolean counted(boolean admitted) {
        if (!admitted) {
            refused.increment();
        }
        return admitted;
    }

    void queued() {
        queued.incrementAndGet();
    }

    void delivered() {
        queued.decrementAndGet();
        delivered.increment();
    }

    /** How many events may wait on one activity. */
    public int perActivity() {
        return perActivity;
    }

    /** How many events may wait altogether. */
    public int total() {
        return total;
    }

    public int queueLength() {
        return queued.get();
    }

    public long deliveredCount() {
        return delivered.sum();
    }

    public long refusedCount() {
        return refused.sum();
    }
}
