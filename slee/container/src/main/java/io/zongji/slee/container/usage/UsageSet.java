package io.zongji.slee.container.usage;

import java.util.concurrent.atomic.LongAdder;
import javax.slee.usage.SampleStatistics;

/**
 * The counters of one usage parameter set; generated subclasses give them the names of a usage interface. Any thread may
 * count; nothing here belongs to a transaction.
 */
public abstract class UsageSet {
    private final LongAdder[] counts;
    private final Samples[] samples;
    private volatile Watch watch;

    protected UsageSet(int parameters) {
        counts = new LongAdder[parameters];
        samples = new Samples[parameters];
        for (int i = 0; i < parameters; i++) {
            counts[i] = new LongAdder();
            samples[i] = new Samples();
        }
    }

    /** Somebody wants to know of changes. */
    interface Watch {
        boolean isWanted(int parameter);

        void updated(int parameter, long value);
    }

    private static final class Samples {
        private long count;
        private long sum;
        private long minimum;
        private long maximum;

        Samples() {
            reset();
        }

        private void reset() {
            count = 0;
            sum = 0;
            minimum = Long.MAX_VALUE;
            maximum = Long.MIN_VALUE;
        }

        synchronized void add(long value) {
            count++;
            sum += value;
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }

        synchronized SampleStatistics statistics(boolean thenReset) {
            SampleStatistics now = count == 0
                    ? new SampleStatistics()
                    : new SampleStatistics(count, minimum, maximum, (double) sum / count);
            if (thenReset) {
                reset();
            }
            return now;
        }
    }

    protected final void zongjiIncrement(int parameter, long by) {
        counts[parameter].add(by);
        Watch watching = watch;
        if (watching != null && watching.isWanted(parameter)) {
            watching.updated(parameter, counts[parameter].sum());
        }
    }

    protected final void zongjiSample(int parameter, long value) {
        samples[parameter].add(value);
        Watch watching = watch;
        if (watching != null && watching.isWanted(parameter)) {
            watching.updated(parameter, value);
        }
    }

    protected final long zongjiCount(int parameter) {
        return counts[parameter].sum();
    }

    protected final SampleStatistics zongjiStatistics(int parameter) {
        return samples[parameter].statistics(false);
    }

    /** Null for none. */
    final void watch(Watch watching) {
        watch = watching;
    }

    /** The value of a counter, which may start anew from zero. */
    public final long count(int parameter, boolean thenReset) {
        return thenReset ? counts[parameter].sumThenReset() : counts[parameter].sum();
    }

    /** The samples so far, which may be forgotten. */
    public final SampleStatistics statistics(int parameter, boolean thenReset) {
        return samples[parameter].statistics(thenReset);
    }

    /** Starts all parameters anew. */
    public final void reset() {
        for (int i = 0; i < counts.length; i++) {
            counts[i].reset();
            samples[i].statistics(true);
        }
    }
}
