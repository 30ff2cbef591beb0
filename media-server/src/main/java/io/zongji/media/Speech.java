package io.zongji.media;

import io.zongji.media.codec.AudioDecoder;
import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.IncomingPacket;
import java.nio.ByteBuffer;

/** What a party says, decoded once for all who need it as linear samples. Used by the loop's thread. */
final class Speech {
    /** Longer packets than 120 ms are cut. */
    private static final int LONGEST = 6 * Codec.FRAME_SAMPLES;

    private final short[] samples = new short[LONGEST];
    private final byte[] payload = new byte[Codec.LARGEST_FRAME];
    private Codec codec;
    private AudioDecoder decoder;
    private int count;
    private int timestamp;

    void decode(Codec sent, IncomingPacket packet, ByteBuffer datagram) {
        timestamp = Integer.divideUnsigned(packet.timestamp(), sent.clockRate() / Codec.SAMPLE_RATE);
        if (sent.isG711()) {
            decodeG711(sent, packet, datagram);
            return;
        }
        if (sent != codec) {
            codec = sent;
            decoder = sent.newDecoder();
        }
        int length = Math.min(packet.payloadLength(), payload.length);
        datagram.get(packet.payloadOffset(), payload, 0, length);
        count = decoder.decode(payload, length, samples);
    }

    private void decodeG711(Codec law, IncomingPacket packet, ByteBuffer datagram) {
        count = Math.min(packet.payloadLength(), LONGEST);
        // Copied at once: a direct buffer's bytes one by one cost several times as much.
        datagram.get(packet.payloadOffset(), payload, 0, count);
        for (int i = 0; i < count; i++) {
            samples[i] = law.decode(payload[i]);
        }
    }

    /** The samples of the packet decoded last; to be read only. */
    short[] samples() {
        return samples;
    }

    int count() {
        return count;
    }

    /** When the first of them was said, in samples. */
    int timestamp() {
        return timestamp;
    }
}
