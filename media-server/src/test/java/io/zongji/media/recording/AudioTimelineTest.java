package io.zongji.media.recording;

import static org.assertj.core.api.Assertions.assertThat;

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

    private short[] next() {
        return tone.samples(160);
    }

    private void put(int ssrc, int timestamp, short[] said, long now) {
        RtpHeader.write(buffer, 0, 8, false, timestamp / 160 & 0xFFFF, timestamp, ssrc);
        packet.parse(buffer, 12 + said.length);
        timeline.put(packet, timestamp, said, said.length, now);
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
        short[][] frames = new short[50][];
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
    void lostPacketsAreConcealedAndAPauseIsNot() {
        for (int i = 0; i < 20; i++) {
            short[] said = next();
            if (i != 10 && i != 15 && i != 16) {
                put(1, i * 160, said, i * 160L);
            }
        }

        short[] heard = take(3200);

        assertThat(Goertzel.share(Arrays.copyOfRange(heard, 1600, 1760), 700)).isGreaterThan(0.8);
        assertThat(Goertzel.share(heard, 700)).isGreaterThan(0.9);
    }

    @Test
    void aPauseOfTheSpeakerIsSilence() {
        for (int i = 0; i < 20; i++) {
            int sequence = i < 10 ? i : i + 2;
            RtpHeader.write(buffer, 0, 8, false, i, sequence * 160, 1);
            packet.parse(buffer, 172);
            timeline.put(packet, sequence * 160, next(), 160, sequence * 160L);
        }

        short[] heard = take(3200);

        assertThat(Arrays.copyOfRange(heard, 1600, 1920)).containsOnly((short) 0);
    }

    @Test
    void aLatePacketTakesThePlaceOfWhatWasMadeUp() {
        short[][] said = new short[20][];
        for (int i = 0; i < 20; i++) {
            said[i] = next();
        }
        for (int i = 0; i < 20; i++) {
            if (i != 10) {
                put(1, i * 160, said[i], i * 160L);
            }
            if (i == 12) {
                put(1, 1600, said[10], i * 160L);
            }
        }

        assertThat(Arrays.copyOfRange(take(3200), 1600, 1760)).containsExactly(said[10]);
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
