package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.recording.AudioTimeline;
import io.zongji.media.rtp.IncomingPacket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several parties as one listener hears them: each is held back 60 ms, which takes up jitter, then their samples are
 * added. Used by one thread.
 */
final class Mix {
    private static final int HELD_BACK_SAMPLES = 480;

    private final List<Source> sources = new ArrayList<>(2);
    private final short[] samples = new short[Codec.FRAME_SAMPLES];
    private final int[] sum = new int[Codec.FRAME_SAMPLES];

    private static final class Source {
        private final Party party;
        private final AudioTimeline timeline = new AudioTimeline();
        private boolean running;
        private long startNanos;

        Source(Party party) {
            this.party = party;
        }

        /** Position zero is taken when the first frame is. */
        long position(long now) {
            return (now - startNanos) / 125_000;
        }
    }

    void put(Party from, Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        Source source = source(from);
        if (!source.running) {
            source.running = true;
            source.startNanos = now;
            source.timeline.restart(-HELD_BACK_SAMPLES);
        }
        source.timeline.put(codec, packet, datagram, source.position(now));
    }

    /** Takes the next frame of all and writes their sum. */
    void frame(Codec codec, ByteBuffer packet, int at, long now) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.running) {
                add(source, now);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            packet.put(at + i, codec.encode(sum[i]));
        }
    }

    void remove(Party party) {
        sources.removeIf(source -> source.party == party);
    }

    private void add(Source source, long now) {
        long lag = source.position(now) - source.timeline.taken();
        if (lag > 4 * HELD_BACK_SAMPLES || lag < 0) {
            source.running = false;
            return;
        }
        source.timeline.take(samples, samples.length);
        for (int i = 0; i < samples.length; i++) {
            sum[i] += samples[i];
        }
    }

    private Source source(Party party) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).party == party) {
                return sources.get(i);
            }
        }
        Source source = new Source(party);
        sources.add(source);
        return source;
    }
}
