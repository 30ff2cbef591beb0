package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.jitter.JitterBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several parties as one listener hears them: what each said goes through a jitter buffer of its own, then the samples are
 * added. Who comes in or leaves does so within a frame and without a click. Used by one thread.
 */
final class Mix {
    private static final int FADE = 40;

    private final List<Source> sources = new ArrayList<>(2);
    private final short[] samples = new short[Codec.FRAME_SAMPLES];
    private final int[] sum = new int[Codec.FRAME_SAMPLES];

    private static final class Source {
        private final Party party;
        private final JitterBuffer buffer = new JitterBuffer();
        private boolean leaving;

        Source(Party party) {
            this.party = party;
        }
    }

    /** Takes what a party said. */
    void put(Party from, int ssrc, Speech said) {
        put(from, ssrc, said.timestamp(), said.samples(), said.count());
    }

    void put(Party from, int ssrc, int timestamp, short[] said, int count) {
        source(from).buffer.put(ssrc, timestamp, said, count);
    }

    /** Takes the next frame of all and writes their sum, not yet clipped; who leaves is faded out in it. */
    int[] frame() {
        Arrays.fill(sum, 0);
        for (int i = sources.size() - 1; i >= 0; i--) {
            Source source = sources.get(i);
            if (source.buffer.take(samples)) {
                add(source.leaving ? FADE : samples.length, source.leaving);
            }
            if (source.leaving) {
                sources.remove(i);
            }
        }
        return sum;
    }

    private void add(int count, boolean fading) {
        for (int i = 0; i < count; i++) {
            sum[i] += fading ? samples[i] * (FADE - i) / FADE : samples[i];
        }
    }

    /** Whether somebody who left is still to be faded out. */
    boolean fading() {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).leaving) {
                return true;
            }
        }
        return false;
    }

    /** The party is heard no more after the next frame. */
    void remove(Party party) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).party == party) {
                sources.get(i).leaving = true;
            }
        }
    }

    /** Forgets everybody at once. */
    void clear() {
        sources.clear();
    }

    private Source source(Party party) {
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.party == party && !source.leaving) {
                return source;
            }
        }
        Source source = new Source(party);
        sources.add(source);
        return source;
    }
}
