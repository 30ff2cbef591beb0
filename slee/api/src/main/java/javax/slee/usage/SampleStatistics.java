package javax.slee.usage;

import java.io.Serializable;

/**
 * What the samples of a usage parameter amount to. Immutable.
 */
public final class SampleStatistics implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long sampleCount;
    private final long minimum;
    private final long maximum;
    private final double mean;

    /** No samples: minimum {@code Long.MAX_VALUE}, maximum {@code Long.MIN_VALUE}, mean 0. */
    public SampleStatistics() {
        this(0, Long.MAX_VALUE, Long.MIN_VALUE, 0.0);
    }

    /** Of this many samples. */
    public SampleStatistics(long sampleCount, long minimum, long maximum, double mean) {
        this.sampleCount = sampleCount;
        this.minimum = minimum;
        this.maximum = maximum;
        this.mean = mean;
    }

    /** How many samples there were. */
    public long getSampleCount() {
        return sampleCount;
    }

    /** The smallest sample. */
    public long getMinimum() {
        return minimum;
    }

    /** The largest sample. */
    public long getMaximum() {
        return maximum;
    }

    /** The mean of all samples. */
    public double getMean() {
        return mean;
    }

    @Override
    public String toString() {
        return "SampleStatistics[count=" + sampleCount + ",min=" + minimum + ",max=" + maximum + ",mean=" + mean + "]";
    }
}
