package io.zongji.media.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AudioTimelineTest {
    private static final int LAG = 1600;

    private final AudioTimeline timeline = new AudioTimeline();
    private final IncomingPacket packet = new IncomingPacket();
    private final ByteBuffer buffer = ByteBuffer.allocate(400);
    private final Tone tone = new Tone(700, 8000);

    private byte[] next() {
        return Codec.PCMA.encode(tone.samples(160));
    }

    private void put(int ssrc, int timestamp, byte[] codes, long now) {
        RtpHeader.write(buffer, 0, 8, false, 1, timestamp, ssrc);
        buffer.put(12, codes);
        packet.parse(buffer, 12 + codes.length);
        timeline.put(Codec.PCMA, packet, buffer, now);
    }

    private short[] take(int count) {
        short[] samples = new short[count];
        timeline.take(samples, count);
        return samples;
    }

    @Test
    void packetsInAnyOrderAndTwiceMakeOneCleanTone() {
        Random random = new Random(1);
        List<Integer> order = new ArrayList<>();
        byte[][] frames = new byte[50][];
        for (int i = 0; i < 50; i++) {
            frames[i] = next();
            order.add(i);
        }
        for (int i = 1; i + 3 < 50; i += 3) {
            Collections.shuffle(order.subList(i, i + 3), random);
        }

        for (int i = 0; i < 40; i++) {
            put(1, 5000 + order.get(i) * 160, frames[order.get(i)], i * 160L);
            put(1, 5000 + order.get(i) * 160, frames[order.get(i)], i * 160L);
        }

        assertThat(Goertzel.share(take(6000), 700)).isGreaterThan(0.995);
    }

    @Test
    void aLostPacketIsSilenceInItsPlace() {
        for (int i = 0; i < 10; i++) {
            byte[] codes = next();
            if (i != 5) {
                put(1, i * 160, codes, i * 160L);
            }
        }

        short[] heard = take(1600);

        for (int i = 0; i < 160; i++) {
            assertThat(heard[800 + i]).isZero();
        }
        assertThat(heard[799] | heard[960 + 3]).isNotZero();
    }

    @Test
    void clocksThatDriftApartAreFittedInWithoutLosingTheTone() {
        int bad = 0;
        int pieces = 0;
        double senderClock = 0;
        long now = 0;
        for (int i = 0; i < 50 * 600; i++) {
            put(1, (int) senderClock, next(), now);
            senderClock += 160;
            // The sender's clock is 200 ppm slow: its 20 ms last 160.032 of our samples.
            now = (long) (senderClock * 1.0002);
            if (now - timeline.taken() >= 2 * LAG) {
                pieces++;
                bad += Goertzel.amplitude(take(LAG), 700) < 7500 ? 1 : 0;
            }
        }

        assertThat(pieces).isGreaterThan(2990);
        assertThat(bad).isLessThanOrEqualTo(15);
        assertThat(now - senderClock).as("drift in samples").isGreaterThan(900);
    }

    @Test
    void aNewSourceIsPlacedWhereItBegins() {
        put(1, 0, next(), 0);
        put(2, 2_000_000_000, next(), 4000);

        short[] heard = take(4160);

        assertThat(Goertzel.hears(Arrays.copyOfRange(heard, 4000, 4160), 700)).isTrue();
        assertThat(heard[2000]).isZero();
    }

    @Test
    void aTimestampFarOffIsPlacedByTheClock() {
        put(1, 0, next(), 0);
        put(1, 1_500_000_000, next(), 160);

        assertThat(Goertzel.hears(Arrays.copyOfRange(take(320), 160, 320), 700)).isTrue();
    }
}
