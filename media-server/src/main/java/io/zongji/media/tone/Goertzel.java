package io.zongji.media.tone;

import io.zongji.media.codec.Codec;

/**
 * How much of a signal is one tone (Goertzel's algorithm): tells which known tones a recording or a stream contains.
 * Stateless.
 */
public final class Goertzel {
    private Goertzel() {}

    /** The amplitude (peak) of the tone in the samples; the more samples, the narrower the filter. */
    public static double amplitude(short[] samples, int offset, int count, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / Codec.SAMPLE_RATE);
        double previous = 0;
        double beforeThat = 0;
        for (int i = offset; i < offset + count; i++) {
            double current = samples[i] + coefficient * previous - beforeThat;
            beforeThat = previous;
            previous = current;
        }
        double power = previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
        return count == 0 ? 0 : 2 * Math.sqrt(Math.max(0, power)) / count;
    }

    public static double amplitude(short[] samples, double hertz) {
        return amplitude(samples, 0, samples.length, hertz);
    }

    /** The tone's share of the signal's energy, from 0 to 1; 0 for silence. */
    public static double share(short[] samples, int offset, int count, double hertz) {
        double energy = 0;
        for (int i = offset; i < offset + count; i++) {
            energy += (double) samples[i] * samples[i];
        }
        if (energy < count) {
            return 0;
        }
        double amplitude = amplitude(samples, offset, count, hertz);
        return Math.min(1, amplitude * amplitude / 2 * count / energy);
    }

    public static double share(short[] samples, double hertz) {
        return share(samples, 0, samples.length, hertz);
    }

    /** Whether the tone makes up at least half of a signal that is not silent. */
    public static boolean hears(short[] samples, double hertz) {
        return share(samples, hertz) >= 0.5;
    }
}
