package io.zongji.slee.container.entity;

import java.util.concurrent.atomic.LongAdder;

/**
 * How often the handler of one event ran in one SBB of one service, and for how long. Times come from the SLEE's ticks,
 * which cost nothing to read: most runs begin and end within one tick and count as nothing, one in many spans a tick and
 * counts as a whole one, so totals are right on average; runs of several ticks are measured to the tick. Thread-safe.
 */
public final class HandlerTimes {
    /** From here on a run is slow: at least two ticks, so it took longer than one for certain. */
    public static final int SLOW_MILLIS = 20;

    private final LongAdder runs = new LongAdder();
    private final LongAdder rolledBack = new LongAdder();
    private long totalMillis;
    private long maxMillis;
    private long slow;
    private long lastSlowAt;

    /** What there is to say at one moment; times in milliseconds, {@code lastSlowAt} 0 if no run was slow. */
    public record Figures(long runs, long rolledBack, long totalMillis, long maxMillis, long slow, long lastSlowAt) {}

    /** Counts a run, with the times of the ticks before its begin and its end. */
    public void ran(long began, long ended) {
        runs.increment();
        if (ended != began) {
            took(ended - began, ended);
        }
    }

    private synchronized void took(long millis, long ended) {
        totalMillis += millis;
        maxMillis = Math.max(maxMillis, millis);
        if (millis >= SLOW_MILLIS) {
            slow++;
            lastSlowAt = ended;
        }
    }

    public void rolledBack() {
        rolledBack.increment();
    }

    public synchronized Figures figures() {
        return new Figures(runs.sum(), rolledBack.sum(), totalMillis, maxMillis, slow, lastSlowAt);
    }
}
