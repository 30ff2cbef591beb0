package io.zongji.media.tone;

import io.zongji.media.codec.Codec;
import java.util.Arrays;

/**
 * Finds digits that are tones in the audio (ITU-T Q.24). Every 5 ms it looks at the last 30: a digit is there if two tones
 * of the keypad, one of each group, make up nearly all of the sound, are off their frequency by 2.5 % at most and not too
 * different in loudness. Three such looks in a row make a digit, so a tone of 40 ms always does and one below 28 ms never;
 * a gap of 20 ms is bridged and a pause of 30 ms ends it. Speech hardly ever passes, because its sound is spread over many
 * frequencies; most of it is already told from a digit by two sums, so that listening costs little. Not safe for several
 * threads.
 */
public final class DtmfDetector {
    private static final int BLOCK = 40;
    private static final int BLOCKS = 6;
    private static final int WINDOW = BLOCK * BLOCKS;
    /** Two views of 20 ms, 10 ms apart: how far the phase goes between them tells the frequency. */
    private static final int VIEW_BLOCKS = 4;

    private static final int VIEW_STEP = BLOCKS - VIEW_BLOCKS;
    private static final double VIEW_STEP_SECONDS = (double) VIEW_STEP * BLOCK / Codec.SAMPLE_RATE;

    private static final int KEYS = DtmfTones.LOW.length;
    private static final double LEAST_SHARE_AT_FIRST_SIGHT = 0.3;
    private static final double LEAST_SHARE = 0.85;
    /** About -31 dBm0. */
    private static final double LEAST_AMPLITUDE = 600;

    private static final double LARGEST_DEVIATION = 0.025;
    /** The high tone may be 9 dB weaker or 5 dB louder than the low one. */
    private static final double LEAST_TWIST = 0.355;

    private static final double LARGEST_TWIST = 1.78;
    /**
     * Three samples on, each tone of the keypad is between a quarter and three quarters of its period later, so the product
     * with itself is negative in the mean: for what is a digit below 0.01 of the energy, whatever the rest of the sound is.
     */
    private static final int LAG = 3;

    private static final double LARGEST_LIKENESS_AFTER_LAG = 0.1;
    private static final int LOOKS_FOR_A_DIGIT = 3;
    private static final int MISSES_FOR_A_PAUSE = 10;

    private final Band low = new Band(DtmfTones.LOW);
    private final Band high = new Band(DtmfTones.HIGH);
    private final short[] window = new short[WINDOW];
    private final long[] energies = new long[BLOCKS];
    private final long[] likenesses = new long[BLOCKS];
    /** How many of the last blocks the bands have not taken yet. */
    private int untaken = BLOCKS;

    private final StringBuilder found = new StringBuilder();
    private int filled;

    private char candidate;
    private int looks;
    private char current;
    private int misses;

    private boolean following;
    private int nextSequence;
    private int nextTimestamp;

    /**
     * Takes what a packet carried. What came late is left out, and what was lost is closed up; only a pause of the sender
     * is a pause.
     *
     * @param timestamp of the first sample
     */
    public void put(int sequence, int timestamp, short[] samples, int count) {
        if (following && timestamp - nextTimestamp < 0 && timestamp - nextTimestamp > -Codec.SAMPLE_RATE) {
            return;
        }
        if (!following || timestamp != nextTimestamp && (short) (sequence - nextSequence) == 0) {
            pause();
        }
        following = true;
        nextSequence = sequence + 1;
        nextTimestamp = timestamp + count;
        for (int at = 0, more; at < count; at += more) {
            more = Math.min(count - at, BLOCK - filled);
            System.arraycopy(samples, at, window, WINDOW - BLOCK + filled, more);
            filled += more;
            if (filled == BLOCK) {
                look();
                System.arraycopy(window, BLOCK, window, 0, WINDOW - BLOCK);
                filled = 0;
            }
        }
    }

    /** The next digit that was found, or 0. */
    public char next() {
        if (found.isEmpty()) {
            return 0;
        }
        char digit = found.charAt(0);
        found.deleteCharAt(0);
        return digit;
    }

    private void pause() {
        Arrays.fill(window, (short) 0);
        Arrays.fill(energies, 0);
        Arrays.fill(likenesses, 0);
        untaken = BLOCKS;
        filled = 0;
        looks = 0;
        current = 0;
    }

    private void look() {
        untaken = Math.min(BLOCKS, untaken + 1);
        sumUpLastBlock();
        char seen = seen();
        if (seen == 0) {
            looks = 0;
            misses++;
            current = misses >= MISSES_FOR_A_PAUSE ? 0 : current;
            return;
        }
        looks = seen == candidate ? looks + 1 : 1;
        candidate = seen;
        if (looks >= LOOKS_FOR_A_DIGIT) {
            misses = 0;
            if (seen != current) {
                current = seen;
                found.append(seen);
            }
        }
    }

    private char seen() {
        double energy = sum(energies);
        if (energy < WINDOW * LEAST_AMPLITUDE * LEAST_AMPLITUDE
                || sum(likenesses) > LARGEST_LIKENESS_AFTER_LAG * energy) {
            return 0;
        }
        low.take(window, untaken);
        high.take(window, untaken);
        untaken = 0;
        int row = low.strongest();
        int column = high.strongest();
        double atFirstSight = low.energy(row) + high.energy(column);
        if (atFirstSight < LEAST_SHARE_AT_FIRST_SIGHT * energy) {
            return 0;
        }
        double lowDeviation = low.deviation(row);
        double highDeviation = high.deviation(column);
        if (Math.abs(lowDeviation) > LARGEST_DEVIATION * DtmfTones.LOW[row]
                || Math.abs(highDeviation) > LARGEST_DEVIATION * DtmfTones.HIGH[column]) {
            return 0;
        }
        double lowTone = Goertzel.amplitude(window, 0, WINDOW, DtmfTones.LOW[row] + lowDeviation);
        double highTone = Goertzel.amplitude(window, 0, WINDOW, DtmfTones.HIGH[column] + highDeviation);
        return isDigit(lowTone, highTone, energy) ? DtmfTones.KEYPAD.charAt(row * KEYS + column) : 0;
    }

    private static boolean isDigit(double lowTone, double highTone, double energy) {
        double share = (lowTone * lowTone + highTone * highTone) / 2 * WINDOW / energy;
        double twist = highTone / lowTone;
        return Math.min(lowTone, highTone) >= LEAST_AMPLITUDE
                && share >= LEAST_SHARE
                && twist >= LEAST_TWIST
                && twist <= LARGEST_TWIST;
    }

    private void sumUpLastBlock() {
        long energy = 0;
        long likeness = 0;
        for (int i = WINDOW - BLOCK; i < WINDOW; i++) {
            int sample = window[i];
            energy += sample * sample;
            likeness += sample * window[i - LAG];
        }
        push(energies, energy);
        push(likenesses, likeness);
    }

    private static void push(long[] blocks, long last) {
        System.arraycopy(blocks, 1, blocks, 0, BLOCKS - 1);
        blocks[BLOCKS - 1] = last;
    }

    private static long sum(long[] blocks) {
        long sum = 0;
        for (long block : blocks) {
            sum += block;
        }
        return sum;
    }

    /** Four tones, of which a digit has one: how each is correlated with each of the last blocks. */
    private static final class Band {
        private final double[] hertz;
        private final double[][] cosine;
        private final double[][] sine;
        private final double[][] real = new double[KEYS][BLOCKS];
        private final double[][] imaginary = new double[KEYS][BLOCKS];
        /** Of the view asked for last. */
        private double viewReal;

        private double viewImaginary;

        Band(double[] hertz) {
            this.hertz = hertz;
            this.cosine = new double[hertz.length][WINDOW];
            this.sine = new double[hertz.length][WINDOW];
            for (int tone = 0; tone < hertz.length; tone++) {
                for (int i = 0; i < WINDOW; i++) {
                    double phase = angle(tone) * i;
                    cosine[tone][i] = Math.cos(phase);
                    sine[tone][i] = Math.sin(phase);
                }
            }
        }

        private double angle(int tone) {
            return 2 * Math.PI * hertz[tone] / Codec.SAMPLE_RATE;
        }

        /** Takes the last blocks of the window; what it took before is that much older now. */
        void take(short[] samples, int blocks) {
            for (int tone = 0; tone < KEYS; tone++) {
                System.arraycopy(real[tone], blocks, real[tone], 0, BLOCKS - blocks);
                System.arraycopy(imaginary[tone], blocks, imaginary[tone], 0, BLOCKS - blocks);
                for (int block = BLOCKS - blocks; block < BLOCKS; block++) {
                    correlate(tone, block, samples);
                }
            }
        }

        private void correlate(int tone, int block, short[] samples) {
            double[] cos = cosine[tone];
            double[] sin = sine[tone];
            double re = 0;
            double im = 0;
            for (int i = 0; i < BLOCK; i++) {
                short sample = samples[block * BLOCK + i];
                re += sample * cos[i];
                im -= sample * sin[i];
            }
            real[tone][block] = re;
            imaginary[tone][block] = im;
        }

        /** The correlation of a tone with 20 ms that begin at a block, each block turned back to where the tone began. */
        private void view(int tone, int firstBlock) {
            viewReal = 0;
            viewImaginary = 0;
            for (int block = 0; block < VIEW_BLOCKS; block++) {
                double re = real[tone][firstBlock + block];
                double im = imaginary[tone][firstBlock + block];
                double cos = cosine[tone][block * BLOCK];
                double sin = sine[tone][block * BLOCK];
                viewReal += re * cos + im * sin;
                viewImaginary += im * cos - re * sin;
            }
        }

        /** The energy in the whole window, of which a tone off its frequency gets only part. */
        double energy(int tone) {
            view(tone, 0);
            double power = viewReal * viewReal + viewImaginary * viewImaginary;
            view(tone, VIEW_STEP);
            power += viewReal * viewReal + viewImaginary * viewImaginary;
            return power * BLOCKS / (VIEW_BLOCKS * VIEW_BLOCKS * BLOCK);
        }

        int strongest() {
            int strongest = 0;
            double most = -1;
            for (int tone = 0; tone < KEYS; tone++) {
                double energy = energy(tone);
                if (energy > most) {
                    most = energy;
                    strongest = tone;
                }
            }
            return strongest;
        }

        /** By how much the tone that is there differs from the nominal one, in hertz. */
        double deviation(int tone) {
            view(tone, 0);
            double before = Math.atan2(viewImaginary, viewReal);
            view(tone, VIEW_STEP);
            double turned = Math.atan2(viewImaginary, viewReal) - before - angle(tone) * VIEW_STEP * BLOCK;
            return Math.IEEEremainder(turned, 2 * Math.PI) / (2 * Math.PI * VIEW_STEP_SECONDS);
        }
    }
}
