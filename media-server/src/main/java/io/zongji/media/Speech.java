package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.IncomingPacket;
import java.nio.ByteBuffer;

/** What a party says, decoded once for all who need it as linear samples. Used by the loop's thread. */
final class Speech {
    /** Longer packets than 120 ms are cut. */
    private static final int LONGEST = 6 * Codec.FRAME_SAMPLES;

    private final short[] samples = new short[LONGEST];
    private int count;

    void decode(Codec codec, IncomingPacket packet, ByteBuffer datagram) {
        count = Math.min(packet.payloadLength(), LONGEST);
        int from = packet.payloadOffset();
        for (int i = 0; i < count; i++) {
            samples[i] = codec.decode(datagram.get(from + i));
        }
    }

    /** The samples of the packet decoded last; to be read only. */
    short[] samples() {
        return samples;
    }

    int count() {
        return count;
    }
}
