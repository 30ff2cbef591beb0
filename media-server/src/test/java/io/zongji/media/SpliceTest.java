package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.codec.Codec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpliceTest {
    private static final long FRAME = 20_000_000;

    private final Splice splice = new Splice();
    private final Object one = new Object();
    private final Object other = new Object();

    @Test
    void aNewSourceBeginsWhereTheLastOneWasLeft() {
        int[] samples = level(-6_000);
        splice.passed(one, 8_000, 0);
        splice.samples(other, samples, FRAME);

        assertThat(samples[0]).isEqualTo(8_000);
        assertThat(samples[20]).isEqualTo(1_000);
        assertThat(samples[40]).isEqualTo(-6_000);
        assertThat(samples[159]).isEqualTo(-6_000);
    }

    @Test
    void theSameSourceIsLeftAlone() {
        splice.passed(one, 8_000, 0);
        int[] samples = level(-6_000);
        splice.samples(one, samples, FRAME);
        assertThat(samples).containsOnly(-6_000);
    }

    @Test
    void afterAPauseASourceRisesFromSilence() {
        splice.passed(one, 8_000, 0);
        assertThat(splice.sounds(10 * FRAME)).isFalse();
        int[] samples = level(4_000);
        splice.samples(other, samples, 10 * FRAME);
        assertThat(samples[0]).isZero();
        assertThat(samples[20]).isEqualTo(2_000);
    }

    @Test
    void codesAreSmoothedToo() {
        splice.passed(one, 0, 0);
        ByteBuffer packet = ByteBuffer.allocate(160);
        for (int i = 0; i < 160; i++) {
            packet.put(i, Codec.PCMA.encode(8_000));
        }
        splice.codes(other, Codec.PCMA, packet, 0, 160, FRAME);
        assertThat(Codec.PCMA.decode(packet.get(0))).isBetween((short) -10, (short) 10);
        assertThat(Codec.PCMA.decode(packet.get(20))).isBetween((short) 3_800, (short) 4_200);
        assertThat(Codec.PCMA.decode(packet.get(159))).isBetween((short) 7_800, (short) 8_200);
        assertThat(splice.sounds(2 * FRAME)).isTrue();
    }

    private static int[] level(int value) {
        int[] samples = new int[Codec.FRAME_SAMPLES];
        Arrays.fill(samples, value);
        return samples;
    }
}
