package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingStreamTest {
    private static final long FRAME = 20_000_000;

    private final OutgoingStream stream = new OutgoingStream(77, 65_534, 1000);
    private final ByteBuffer buffer = ByteBuffer.allocate(400);
    private final IncomingPacket packet = new IncomingPacket();
    private final List<Integer> sequences = new ArrayList<>();
    private final List<Integer> timestamps = new ArrayList<>();
    private long now;

    private void own() {
        stream.ownFrame(buffer, 8, 160, now);
        note();
        now += FRAME;
    }

    private boolean forward(Object source, int ssrc, int sequence, int timestamp) {
        RtpHeader.write(buffer, 0, 8, false, sequence, timestamp, ssrc);
        packet.parse(buffer, 172);
        boolean sent = stream.forward(source, packet, buffer, 8, 160, now);
        if (sent) {
            note();
        }
        now += FRAME;
        return sent;
    }

    private void note() {
        assertThat(RtpHeader.ssrc(buffer)).isEqualTo(77);
        sequences.add(RtpHeader.sequence(buffer));
        timestamps.add(RtpHeader.timestamp(buffer));
    }

    @Test
    void ownFramesFollowEachOtherAcrossTheWrap() {
        own();
        own();
        own();

        assertThat(sequences).containsExactly(65_534, 65_535, 0);
        assertThat(timestamps).containsExactly(1000, 1160, 1320);
    }

    @Test
    void aChangeOfSourceGoesOnInSequenceAndTime() {
        own();
        own();
        forward("a", 5, 10, 90_000);
        forward("a", 5, 11, 90_160);
        forward("b", 6, 60_000, 7);
        own();

        assertThat(sequences).containsExactly(65_534, 65_535, 0, 1, 2, 3);
        assertThat(timestamps).containsExactly(1000, 1160, 1320, 1480, 1640, 1800);
    }

    @Test
    void theFirstPacketOfASourceIsMarked() {
        own();
        assertThat(RtpHeader.marker(buffer)).isTrue();
        own();
        assertThat(RtpHeader.marker(buffer)).isFalse();
        forward("a", 5, 10, 90_000);
        assertThat(RtpHeader.marker(buffer)).isTrue();
    }

    @Test
    void lossAndReorderingOfASourceStayVisible() {
        forward("a", 5, 10, 1600);
        forward("a", 5, 13, 2080);
        forward("a", 5, 12, 1920);
        forward("a", 5, 14, 2240);

        assertThat(sequences).containsExactly(65_534, 1, 0, 2);
        assertThat(timestamps.get(1) - timestamps.get(0)).isEqualTo(480);
        assertThat(timestamps.get(2) - timestamps.get(0)).isEqualTo(320);
    }

    @Test
    void packetsFromBeforeTheChangeAreNotSent() {
        own();
        forward("a", 5, 10, 1600);

        assertThat(forward("a", 5, 9, 1440)).isFalse();
    }

    @Test
    void aPauseIsSeenInTheTimestamp() {
        own();
        now += 1_000_000_000L - FRAME;
        forward("a", 5, 10, 1600);

        assertThat(timestamps.get(1) - timestamps.get(0)).isEqualTo(8000);
    }

    @Test
    void aSourceThatJumpsIsTakenAsANewOne() {
        forward("a", 5, 10, 1600);
        forward("a", 5, 30_000, 1_000_000_000);
        forward("a", 99, 30_001, 12);

        assertThat(sequences).containsExactly(65_534, 65_535, 0);
        assertThat(timestamps).containsExactly(1000, 1160, 1320);
    }

    @Test
    void aSourceGoesOnPastTheWrapOfItsOwnNumbers() {
        for (int i = 0; i < 140_000; i++) {
            assertThat(forward("a", 5, i & 0xFFFF, i * 160)).isTrue();
        }

        assertThat(sequences.get(139_999)).isEqualTo((65_534 + 139_999) & 0xFFFF);
    }
}
