package io.zongji.media.codec;

/**
 * Brings recorded audio to {@link Codec#SAMPLE_RATE} with a windowed-sinc filter that keeps what lies above the new
 * half rate from folding back. Meant for prompts, which are converted once.
 */
public final class Resampler {
    private static final int HALF_WIDTH = 16;

    private Resampler() {}

    /**
     * @param samples linear samples; returned as they are when the rate is right already
     * @param rate    their samples a second, from 4,000 to 192,000
     */
    public static short[] toTelephoneRate(short[] samples, int rate) {
        if (rate < 4000 || rate > 192_000) {
            throw new IllegalArgumentException("rate: from 4000 to 192000, was " + rate);
        }
        if (rate == Codec.SAMPLE_RATE) {
            return samples;
        }
        double step = (double) rate / Codec.SAMPLE_RATE;
        short[] result = new short[(int) (samples.length / step)];
        double cutoff = Math.min(1.0, 1.0 / step) * 0.95;
        int reach = (int) Math.ceil(HALF_WIDTH * Math.max(1.0, step));
        for (int i = 0; i < result.length; i++) {
            result[i] = interpolate(samples, i * step, cutoff, reach);
        }
        return result;
    }

    private static short interpolate(short[] samples, double centre, double cutoff, int reach) {
        int first = Math.max(0, (int) Math.floor(centre) - reach + 1);
        int last = Math.min(samples.length - 1, (int) Math.floor(centre) + reach);
        double sum = 0;
        double weights = 0;
        for (int i = first; i <= last; i++) {
            double distance = i - centre;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
            double weight = window * sinc(cutoff * distance);
            sum += weight * samples[i];
            weights += weight;
        }
        long value = weights == 0 ? 0 : Math.round(sum / weights);
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1.0 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
