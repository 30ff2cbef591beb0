package io.zongji.slee.container.activity;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many events may wait, in one mailbox and in all. Only events from outside (resource adaptors, connections) are
 * refused; timers, ends and what SBBs fire always find a place, since refusing them would leak.
 */
public final class LoadLimit {
    private final int perActivity;
    private final int total;
    private final AtomicInteger queued = new AtomicInteger();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder refused = new LongAdder();

    public LoadLimit(int perActivity, int total) {
        if (perActivity < 1 || total < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        this.perActivity = perActivity;
        this.total = total;
    }

    /** Whether one more event from outside fits. Approximate under contention. */
    public boolean admits(Mailbox mailbox) {
        if (queued.get() < total && mailbox.size() < perActivity) {
            return true;
        }
        refused.increment();
        return false;
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
