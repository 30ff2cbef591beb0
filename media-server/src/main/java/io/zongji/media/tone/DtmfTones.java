package io.zongji.media.tone;

import io.zongji.media.codec.Codec;
import java.util.Arrays;
import java.util.Locale;

/**
 * Digits as tones in the audio (ITU-T Q.23), for who takes no telephone events: 100 ms each, then 60 ms of pause. Asked
 * for a frame of 20 ms at a time. Not safe for several threads.
 */
public final class DtmfTones {
    static final double[] LOW = {697, 770, 852, 941};
    static final double[] HIGH = {1209, 1336, 1477, 1633};
    /** By row and column of the keypad. */
    static final String KEYPAD = "123A456B789C*0#D";

    private static final int TONE_FRAMES = 5;
    private static final int PAUSE_FRAMES = 3;
    /** About -9 and -7 dBm0: the high tone is sent a little louder, since lines weaken it more. */
    private static final int LOW_AMPLITUDE = 8000;

    private static final int HIGH_AMPLITUDE = 10_000;

    private final StringBuilder waiting = new StringBuilder();
    private Tone low;
    private Tone high;
    private int frame;

    /** Adds digits to send: 0-9, *, #, A-D. */
    public void add(String digits) {
        for (char digit : digits.toUpperCase(Locale.ROOT).toCharArray()) {
            if (KEYPAD.indexOf(digit) < 0) {
                throw new IllegalArgumentException("digits: no DTMF digit: " + digit);
            }
            waiting.append(digit);
        }
    }

    /** Forgets what was not sent yet. */
    public void clear() {
        waiting.setLength(0);
        frame = 0;
    }

    /** Whether a tone or its pause is in progress. */
    public boolean busy() {
        return !waiting.isEmpty();
    }

    /** Writes the next frame; silence in a pause. Only while busy. */
    public void next(int[] samples) {
        if (frame == 0) {
            int key = KEYPAD.indexOf(waiting.charAt(0));
            low = new Tone(LOW[key / HIGH.length], LOW_AMPLITUDE);
            high = new Tone(HIGH[key % HIGH.length], HIGH_AMPLITUDE);
        }
        if (frame < TONE_FRAMES) {
            for (int i = 0; i < Codec.FRAME_SAMPLES; i++) {
                samples[i] = low.next() + high.next();
            }
        } else {
            Arrays.fill(samples, 0, Codec.FRAME_SAMPLES, 0);
        }
        frame++;
        if (frame == TONE_FRAMES + PAUSE_FRAMES) {
            waiting.deleteCharAt(0);
            frame = 0;
        }
    }
}
