package io.zongji.media.tone;

import io.zongji.media.codec.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/**
 * The signals that callers know from the telephone network of their country: {@code dial}, {@code ringback}, {@code busy},
 * {@code congestion}, {@code waiting}, and our own {@code beep}. What they sound like is data, in
 * {@code tones/by-country.properties}. Stateless.
 */
public final class NetworkTones {
    private static final Properties TONES = read();
    private static final String ANY = "*";
    private static final int SAMPLES_A_MILLI = Codec.SAMPLE_RATE / 1000;
    /** What goes on without a pause is made so long that all its frequencies come out even. */
    private static final int CONTINUOUS_MILLIS = 1000;

    /** The sound of all frequencies together: -10 dBm0, as E.180 recommends. */
    private static final double AMPLITUDE = 7200;

    private static final int RAMP = 5 * SAMPLES_A_MILLI;

    private NetworkTones() {}

    /**
     * One cadence of a tone, so that it can be played again and again.
     *
     * @param country its code in ISO 3166, for example {@code CN}
     * @return empty if there is none of that name, or the country is not known
     */
    public static Optional<short[]> find(String name, String country) {
        String tone = TONES.getProperty(country + "." + name, TONES.getProperty(ANY + "." + name));
        return Optional.ofNullable(tone).map(NetworkTones::samples);
    }

    /** Whether the tones of a country are known. */
    public static boolean isKnown(String country) {
        return TONES.containsKey(country + ".busy");
    }

    private static short[] samples(String tone) {
        String[] parts = tone.split(" ");
        int[] millis = Arrays.stream(parts).skip(1).mapToInt(Integer::parseInt).toArray();
        if (millis.length == 0) {
            millis = new int[] {CONTINUOUS_MILLIS};
        }
        short[] samples = new short[Arrays.stream(millis).sum() * SAMPLES_A_MILLI];
        int at = 0;
        for (int i = 0; i < millis.length; i++) {
            int count = millis[i] * SAMPLES_A_MILLI;
            if (i % 2 == 0) {
                sound(parts[0], samples, at, count, parts.length > 1);
            }
            at += count;
        }
        return samples;
    }

    private static void sound(String frequencies, short[] samples, int from, int count, boolean ramped) {
        for (int i = 0; i < count; i++) {
            double edge = ramped ? Math.min(1, Math.min(i + 1, count - i) / (double) RAMP) : 1;
            samples[from + i] = (short) Math.round(AMPLITUDE * edge * wave(frequencies, i));
        }
    }

    private static double wave(String frequencies, int sample) {
        int modulation = frequencies.indexOf('*');
        if (modulation > 0) {
            double depth = 0.5 + 0.5 * sine(frequencies.substring(modulation + 1), sample);
            return depth * sine(frequencies.substring(0, modulation), sample);
        }
        String[] together = frequencies.split("\\+");
        double sum = 0;
        for (String hertz : together) {
            sum += sine(hertz, sample) / together.length;
        }
        return sum;
    }

    private static double sine(String hertz, int sample) {
        return Math.sin(2 * Math.PI * Integer.parseInt(hertz) * sample / Codec.SAMPLE_RATE);
    }

    private static Properties read() {
        try (InputStream in = NetworkTones.class.getResourceAsStream("/tones/by-country.properties")) {
            Properties tones = new Properties();
            tones.load(in);
            return tones;
        } catch (IOException e) {
            throw new UncheckedIOException("The tones cannot be read", e);
        }
    }
}
