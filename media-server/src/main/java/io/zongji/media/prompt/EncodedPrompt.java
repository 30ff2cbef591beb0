package io.zongji.media.prompt;

import io.zongji.media.codec.Codec;
import io.zongji.media.codec.Resampler;
import java.nio.ByteBuffer;

/**
 * A prompt as it goes into packets, in both laws of G.711; shared by all who hear it. Immutable.
 */
public final class EncodedPrompt {
    private final byte[][] codes = new byte[Codec.G711_LAWS.size()][];

    EncodedPrompt(PromptAudio audio) {
        short[] samples = Resampler.toTelephoneRate(audio.samples(), audio.rate());
        for (Codec codec : Codec.G711_LAWS) {
            codes[codec.ordinal()] = codec.encode(samples);
        }
    }

    static EncodedPrompt silence(int milliseconds) {
        return new EncodedPrompt(new PromptAudio(new short[milliseconds * 8], Codec.SAMPLE_RATE));
    }

    /** Samples, and bytes in either law. */
    public int length() {
        return codes[0].length;
    }

    /** Copies codes of G.711 into a packet. */
    public void copy(Codec codec, int from, int count, ByteBuffer packet, int at) {
        packet.put(at, codes[codec.ordinal()], from, count);
    }
}
