package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a listener of several hears, frame by frame. */
class MixTest {
    private static final int FRAME = 160;

    private final Mix mix = new Mix();
    private final Party first = party();
    private final Party second = party();
    private final Tone low = new Tone(500, 8000);
    private final Tone high = new Tone(1300, 8000);
    private final short[] heard = new short[200 * FRAME];
    private int frames;
    private int timestamp;

    /** Only its identity counts. */
    private static Party party() {
        return new Party("p", null, null, new Counters(), Duration.ZERO.toNanos(), event -> {});
    }

    private void pass(int count, boolean firstSays, boolean secondSays) {
        for (int i = 0; i < count; i++) {
            short[] one = low.samples(FRAME);
            short[] other = high.samples(FRAME);
            if (firstSays) {
                mix.put(first, 1, timestamp, one, FRAME);
            }
            if (secondSays) {
                mix.put(second, 2, timestamp, other, FRAME);
            }
            timestamp += FRAME;
            int[] sum = mix.frame();
            for (int s = 0; s < FRAME; s++) {
                heard[frames * FRAME + s] = (short) sum[s];
            }
            frames++;
        }
    }

    private double amplitude(int fromFrame, int toFrame, double hertz) {
        short[] part = Arrays.copyOfRange(heard, fromFrame * FRAME, toFrame * FRAME);
        return Goertzel.amplitude(part, hertz);
    }

    private int largestStep() {
        int largest = 0;
        for (int i = 1; i < frames * FRAME; i++) {
            largest = Math.max(largest, Math.abs(heard[i] - heard[i - 1]));
        }
        return largest;
    }

    @Test
    void whoComesInIsHeardWithin40Millis() {
        pass(20, true, false);
        pass(20, true, true);

        assertThat(amplitude(5, 20, 1300)).isLessThan(100);
        assertThat(amplitude(22, 27, 1300)).isGreaterThan(6000);
        assertThat(amplitude(22, 27, 500)).isGreaterThan(6000);
    }

    @Test
    void whoLeavesIsGoneWithin40MillisAndWithoutAClick() {
        pass(20, true, true);
        mix.remove(second);
        assertThat(mix.fading()).isTrue();
        pass(20, true, false);

        assertThat(mix.fading()).isFalse();
        assertThat(amplitude(21, 26, 1300)).isLessThan(150);
        assertThat(amplitude(21, 26, 500)).isGreaterThan(6000);
        int ownSteps = 8000 * 2 * 2;
        assertThat(largestStep()).isLessThan(ownSteps);
    }

    @Test
    void whoLeavesAndComesBackIsHeardOnce() {
        pass(20, true, true);
        mix.remove(second);
        pass(10, true, true);

        assertThat(amplitude(23, 30, 1300)).isBetween(6000.0, 9000.0);
    }
}
