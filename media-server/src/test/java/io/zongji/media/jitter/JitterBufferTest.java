package io.zongji.media.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** A sender's packets through a network of a test's making, in virtual time counted in samples of our clock. */
class JitterBufferTest {
    private static final int FRAME = JitterBuffer.FRAME;
    private static final double HERTZ = 440;

    /** A packet that arrives at a time; a negative time is a loss. */
    private record Arrival(int ssrc, int timestamp, short[] samples, long at) {}

    private final JitterBuffer buffer = new JitterBuffer();
    private final List<Arrival> arrivals = new ArrayList<>();
    private int silentFrames;
    private int mostHeld;

    /** Packets of a tone; {@code arrival} says when each comes, or a negative number when it is lost. */
    private void send(int ssrc, int firstTimestamp, int packets, IntToLongFunction arrival) {
        Tone tone = new Tone(HERTZ, 8000);
        for (int i = 0; i < packets; i++) {
            short[] samples = tone.samples(FRAME);
            long at = arrival.applyAsLong(i);
            if (at >= 0) {
                arrivals.add(new Arrival(ssrc, firstTimestamp + i * FRAME, samples, at));
            }
        }
    }

    /** Takes frames on our clock, 7 ms after the whole 20 ms. */
    private short[] listen(int frames) {
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        short[] heard = new short[frames * FRAME];
        short[] frame = new short[FRAME];
        int next = 0;
        for (int i = 0; i < frames; i++) {
            long now = (long) i * FRAME + 56;
            for (; next < arrivals.size() && arrivals.get(next).at() <= now; next++) {
                Arrival packet = arrivals.get(next);
                buffer.put(packet.ssrc(), packet.timestamp(), packet.samples(), FRAME);
            }
            mostHeld = Math.max(mostHeld, buffer.held());
            if (buffer.take(frame)) {
                System.arraycopy(frame, 0, heard, i * FRAME, FRAME);
            } else {
                silentFrames++;
            }
        }
        return heard;
    }

    /** The share of 100 ms pieces in which the tone is clean. */
    private static double clean(short[] heard, int fromFrame) {
        int pieces = 0;
        int good = 0;
        for (int at = fromFrame * FRAME; at + 800 <= heard.length; at += 800) {
            pieces++;
            good += Goertzel.share(Arrays.copyOfRange(heard, at, at + 800), HERTZ) > 0.9 ? 1 : 0;
        }
        return (double) good / pieces;
    }

    /** The largest step between neighbouring samples. */
    private static int largestStep(short[] heard) {
        int largest = 0;
        for (int i = 1; i < heard.length; i++) {
            largest = Math.max(largest, Math.abs(heard[i] - heard[i - 1]));
        }
        return largest;
    }

    /** The step that the tone itself makes. */
    private static int toneStep() {
        return largestStep(new Tone(HERTZ, 8000).samples(800));
    }

    @Test
    void anEvenStreamComesOutUntouchedWithinTwoFrames() {
        send(1, 0, 100, i -> (long) i * FRAME);

        short[] heard = listen(100);

        assertThat(Goertzel.share(Arrays.copyOfRange(heard, 320, heard.length), HERTZ))
                .isGreaterThan(0.999);
        assertThat(largestStep(heard)).isLessThanOrEqualTo(toneStep() + 200);
        assertThat(mostHeld).isLessThanOrEqualTo(2 * FRAME);
    }

    @Test
    void sequenceAndTimestampWrapAreNothing() {
        send(1, Integer.MAX_VALUE - 20 * FRAME, 100, i -> (long) i * FRAME);
        assertThat(clean(listen(100), 2)).isEqualTo(1);
    }

    @Test
    void lossIsConcealedWithoutClicks() {
        Random random = new Random(3);
        send(1, 0, 1000, i -> random.nextInt(20) == 0 ? -1 : (long) i * FRAME);

        short[] heard = listen(1000);

        assertThat(clean(heard, 2)).isGreaterThan(0.9);
        assertThat(largestStep(heard)).isLessThan(3 * toneStep());
        assertThat(silentFrames).isZero();
    }

    @Test
    void jitterIsTakenUpAfterAMoment() {
        Random random = new Random(8);
        send(1, 0, 1500, i -> (long) i * FRAME + random.nextInt(480));

        short[] heard = listen(1500);

        assertThat(clean(heard, 250)).isGreaterThan(0.97);
        assertThat(mostHeld).isLessThan(1600);
    }

    @Test
    void reorderedAndDuplicatedPacketsDoNoHarm() {
        Random random = new Random(9);
        send(1, 0, 1000, i -> (long) i * FRAME + (i % 7 == 3 ? 2 * FRAME + 5 : 0));
        send(1, 0, 1000, i -> random.nextInt(4) == 0 ? (long) i * FRAME + random.nextInt(900) : -1);

        assertThat(clean(listen(1000), 200)).isGreaterThan(0.97);
    }

    @Test
    void aBurstAfterAStallIsHeardAndTheDelayComesDownAgain() {
        send(1, 0, 1500, i -> i >= 200 && i < 225 ? 225L * FRAME : (long) i * FRAME);

        short[] heard = listen(1500);

        assertThat(mostHeld).isLessThanOrEqualTo(1600 + FRAME);
        assertThat(buffer.held()).as("held back long after").isLessThan(3 * FRAME);
        assertThat(clean(heard, 600)).isGreaterThan(0.99);
    }

    @Test
    void aClockThatIs200PpmFastOrSlowIsFollowed() {
        for (double clock : new double[] {0.9998, 1.0002}) {
            arrivals.clear();
            send(clock > 1 ? 1 : 2, 0, 50 * 300, i -> (long) (i * FRAME * clock));

            short[] heard = listen(50 * 300);

            assertThat(clean(heard, 2)).isGreaterThan(0.99);
            assertThat(largestStep(heard)).isLessThan(3 * toneStep());
            assertThat(buffer.held()).isLessThan(4 * FRAME);
        }
    }

    @Test
    void aPauseIsSilenceAndSpeechAfterItIsHeardAtOnce() {
        send(1, 0, 50, i -> (long) i * FRAME);
        send(1, 150 * FRAME, 50, i -> (150L + i) * FRAME);

        short[] heard = listen(200);

        assertThat(silentFrames).isBetween(90, 100);
        assertThat(Goertzel.share(Arrays.copyOfRange(heard, 152 * FRAME, 200 * FRAME), HERTZ))
                .isGreaterThan(0.99);
        assertThat(largestStep(heard)).isLessThan(3 * toneStep());
    }

    @Test
    void aNewSourceIsHeardAtOnce() {
        send(1, 77, 50, i -> (long) i * FRAME);
        send(2, 2_000_000_000, 50, i -> (50L + i) * FRAME);

        assertThat(clean(listen(100), 2)).isGreaterThan(0.9);
    }

    @Test
    void aJumpOfTheTimestampIsFollowed() {
        send(1, 0, 50, i -> (long) i * FRAME);
        send(1, 90_000_000, 50, i -> (50L + i) * FRAME);

        assertThat(clean(listen(100), 2)).isGreaterThan(0.9);
    }

    @Test
    void randomArrivalsNeverBreakIt() {
        Random random = new Random(11);
        short[] frame = new short[FRAME];
        for (int i = 0; i < 100_000; i++) {
            int timestamp = random.nextInt(10) == 0 ? random.nextInt() : i * 20 + random.nextInt(4000);
            buffer.put(random.nextInt(50) == 0 ? 2 : 1, timestamp, new short[960], random.nextInt(961));
            if (random.nextBoolean()) {
                buffer.take(frame);
            }
            assertThat(buffer.held()).isBetween(0, 4096);
        }
    }
}
