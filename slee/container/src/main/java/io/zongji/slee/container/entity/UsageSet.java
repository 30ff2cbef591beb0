package io.zongji.slee.container.entity;

import java.util.concurrent.atomic.LongAdder;
import javax.slee.usage.SampleStatistics;

/** The counters of one usage parameter set; generated subclasses give them the names of a usage interface. */
public abstract class UsageSet {
    private final LongAdder[] counts;
    private final Samples[] samples;

    protected UsageSet(int parameters) {
        counts = new LongAdder[parameters];
        samples = new Samples[parameters];
        for (int i = 0; i < parameters; i++) {
            counts[i] = new LongAdder();
            samples[i] = new Samples();
        }
    }

    private static final class Samples {
        private long count;
        private long sum;
        private long minimum = Long.MAX_VALUE;
        private long maximum = Long.MIN_VALUE;

        synchronized void add(long value) {
            count++;
            sum += value;
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }

        synchronized SampleStatistics statistics() {
            return count == 0
                    ? new SampleStatistics()
                    : new SampleStatistics(count, minimum, maximum, (double) sum / count);
        }
    }

    protected final void zongjiIncrement(int parameter, long by) {
        counts[parameter].add(by);
    }

    protected final void zongjiSample(int parameter, long value) {
        samples[parameter].add(value);
    }

    protected final long zongjiCount(int parameter) {
        return counts[parameter].sum();
    }

    protected final SampleStatistics zongjiStatistics(int parameter) {
        return samples[parameter].statistics();
    }
}
