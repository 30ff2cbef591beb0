package io.zongji.media;

import io.zongji.media.codec.Codec;
import java.nio.ByteBuffer;

/**
 * Lets a listener hear changing sources without a click: a new one begins at the very sample where the last one was left,
 * and the difference to what it really says fades within 5 ms. Used by one thread.
 */
final class Splice {
    private static final int FADE = 40;
    /** After this long the phone has fallen silent by itself. */
    private static final long GAP_NANOS = 60_000_000;

    private Object source;
    private int last;
    private long lastNanos;

    /** Whether what comes from here now has to be smoothed; if not, it is enough to tell where it ended. */
    boolean changes(Object from, long now) {
        return source != from || now - lastNanos > GAP_NANOS;
    }

    /** A packet was sent as it is. */
    void passed(Object from, int lastSample, long now) {
        source = from;
        last = lastSample;
        lastNanos = now;
    }

    /** Whether the phone would be left in the middle of a sound. */
    boolean sounds(long now) {
        return last != 0 && now - lastNanos <= GAP_NANOS;
    }

    /** Smooths linear samples of a source before they are sent. */
    void samples(Object from, int[] samples, long now) {
        if (changes(from, now)) {
            int step = left(now) - samples[0];
            for (int i = 0; i < FADE; i++) {
                samples[i] += step * (FADE - i) / FADE;
            }
        }
        passed(from, samples[samples.length - 1], now);
    }

    /** Smooths G.711 codes of a source before they are sent. */
    void codes(Object from, Codec law, ByteBuffer packet, int at, int length, long now) {
        if (changes(from, now)) {
            int step = left(now) - law.decode(packet.get(at));
            for (int i = 0; i < Math.min(FADE, length); i++) {
                int sample = law.decode(packet.get(at + i)) + step * (FADE - i) / FADE;
                packet.put(at + i, law.encode(sample));
            }
        }
        passed(from, law.decode(packet.get(at + length - 1)), now);
    }

    private int left(long now) {
        return sounds(now) ? last : 0;
    }
}
