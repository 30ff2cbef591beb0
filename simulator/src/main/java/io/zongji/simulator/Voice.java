package io.zongji.simulator;

import io.zongji.media.codec.Codec;
import java.util.Random;

/** Synthesises speech-like sound: harmonics of a pitch, shaped by two formants a syllable, in sentences. */
final class Voice {

    private static final int SECONDS = 24;
    private static final double[][] VOWELS = {{730, 1090}, {530, 1840}, {270, 2290}, {570, 840}, {300, 870}, {440, 1020}
    };
    private static final int PEAK = 9000;
    private static final int TOP_HERTZ = 3200;

    private final double pitch;
    private final Random random;

    Voice(int pitchHertz, long seed) {
        if (pitchHertz < 50 || pitchHertz > 500) {
            throw new IllegalArgumentException("pitchHertz: 50 to 500, was " + pitchHertz);
        }
        this.pitch = pitchHertz;
        this.random = new Random(seed);
    }

    short[] speak() {
        double[] sound = new double[SECONDS * Codec.SAMPLE_RATE];
        int at = 0;
        while (at < sound.length) {
            int syllables = 5 + random.nextInt(9);
            for (int i = 0; i < syllables && at < sound.length; i++) {
                at = syllable(sound, at, 1 - 0.2 * i / syllables);
            }
            at += milliseconds(350 + random.nextInt(700));
        }
        return scaled(sound);
    }

    private int syllable(double[] sound, int start, double fall) {
        double[] formants = VOWELS[random.nextInt(VOWELS.length)];
        int length = milliseconds(130 + random.nextInt(120));
        double stress = 0.6 + 0.4 * random.nextDouble();
        double tone = pitch * fall * (0.92 + 0.16 * random.nextDouble());
        double glide = 1 + 0.15 * (random.nextDouble() - 0.5);
        for (int harmonic = 1; harmonic * tone < TOP_HERTZ; harmonic++) {
            double strength = stress * strength(harmonic * tone, formants) / Math.sqrt(harmonic);
            double phase = 0;
            for (int i = 0; i < length && start + i < sound.length; i++) {
                double progress = (double) i / length;
                phase += 2 * Math.PI * harmonic * tone * (1 + (glide - 1) * progress) / Codec.SAMPLE_RATE;
                sound[start + i] += strength * Math.sin(Math.PI * progress) * Math.sin(phase);
            }
        }
        return start + length + milliseconds(10 + random.nextInt(30));
    }

    private static double strength(double hertz, double[] formants) {
        double strength = 0.05;
        for (double formant : formants) {
            double distance = (hertz - formant) / 110;
            strength += 1 / (1 + distance * distance);
        }
        return strength;
    }

    private static short[] scaled(double[] sound) {
        double peak = 1e-9;
        for (double value : sound) {
            peak = Math.max(peak, Math.abs(value));
        }
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(sound[i] / peak * PEAK);
        }
        return samples;
    }

    private static int milliseconds(int count) {
        return count * Codec.SAMPLE_RATE / 1000;
    }
}
