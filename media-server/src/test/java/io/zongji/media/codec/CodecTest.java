package io.zongji.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes out of an encoder and its decoder is what went in. */
class CodecTest {
    private static final int FRAMES = 50;

    private static short[] throughBoth(Codec codec, double hertz) {
        AudioEncoder encoder = codec.newEncoder();
        AudioDecoder decoder = codec.newDecoder();
        Tone tone = new Tone(hertz, 8000);
        byte[] payload = new byte[Codec.LARGEST_FRAME];
        short[] decoded = new short[6 * Codec.FRAME_SAMPLES];
        short[] heard = new short[FRAMES * Codec.FRAME_SAMPLES];
        for (int i = 0; i < FRAMES; i++) {
            short[] said = tone.samples(Codec.FRAME_SAMPLES);
            int[] frame = new int[said.length];
            for (int s = 0; s < frame.length; s++) {
                frame[s] = said[s];
            }
            int length = encoder.encode(frame, payload);
            assertThat(decoder.decode(payload, length, decoded)).isEqualTo(Codec.FRAME_SAMPLES);
            System.arraycopy(decoded, 0, heard, i * Codec.FRAME_SAMPLES, Codec.FRAME_SAMPLES);
        }
        return Arrays.copyOfRange(heard, 10 * Codec.FRAME_SAMPLES, heard.length);
    }

    @ParameterizedTest
    @EnumSource
    void tonesComeThroughCleanAndAsLoud(Codec codec) {
        for (double hertz : new double[] {400, 1000, 1800, 2700}) {
            short[] heard = throughBoth(codec, hertz);

            assertThat(Goertzel.share(heard, hertz))
                    .as("%s Hz", hertz)
                    .isGreaterThan(codec == Codec.OPUS ? 0.85 : 0.95);
            assertThat(Goertzel.amplitude(heard, hertz)).as("%s Hz", hertz).isBetween(6500.0, 12_000.0);
        }
    }

    /** The lower band of G.722 alone has six bits a sample: some 30 dB. */
    @Test
    void g722HasLittleNoise() {
        assertThat(Goertzel.share(throughBoth(Codec.G722, 1000), 1000)).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @EnumSource
    void silenceStaysSilence(Codec codec) {
        AudioEncoder encoder = codec.newEncoder();
        AudioDecoder decoder = codec.newDecoder();
        byte[] payload = new byte[Codec.LARGEST_FRAME];
        short[] heard = new short[960];
        for (int i = 0; i < FRAMES; i++) {
            int length = encoder.encode(new int[Codec.FRAME_SAMPLES], payload);
            int count = decoder.decode(payload, length, heard);
            for (int s = 0; s < count; s++) {
                assertThat(Math.abs(heard[s])).isLessThan((short) 60);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyBytesAreDecodedWithoutHarm(Codec codec) {
        AudioDecoder decoder = codec.newDecoder();
        Random random = new Random(6);
        short[] heard = new short[960];
        for (int i = 0; i < 3000; i++) {
            byte[] payload = new byte[random.nextInt(300)];
            random.nextBytes(payload);

            assertThat(decoder.decode(payload, payload.length, heard)).isBetween(0, 960);
        }
    }
}
