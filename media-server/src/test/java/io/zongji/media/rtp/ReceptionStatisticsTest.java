package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loss, sequence numbers and jitter as RFC 3550 counts them. */
class ReceptionStatisticsTest {
    private static final int FRAME = 160;

    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final IncomingPacket packet = new IncomingPacket();
    private final ByteBuffer buffer = ByteBuffer.allocate(172);

    private void receive(int ssrc, int sequence, int timestamp, int arrival) {
        RtpHeader.write(buffer, 0, 8, false, sequence & 0xFFFF, timestamp, ssrc);
        packet.parse(buffer, 172);
        statistics.received(packet, true, arrival);
    }

    private void receive(int number) {
        receive(1, number, number * FRAME, number * FRAME);
    }

    private ByteBuffer block() {
        ByteBuffer block = ByteBuffer.allocate(24);
        statistics.writeBlock(block, 0);
        return block;
    }

    @Test
    void aSteadyStreamAcrossTheWrapLosesNothing() {
        for (int i = 65_000; i < 67_000; i++) {
            receive(i);
        }

        assertThat(statistics.totalReceived()).isEqualTo(2000);
        assertThat(statistics.totalLost()).isZero();
        assertThat(statistics.jitter()).isZero();
        assertThat(block().getInt(8)).as("extended highest sequence").isEqualTo(66_999);
    }

    @Test
    void whatIsMissingIsCountedAndLateOnesAreTakenBack() {
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 5) {
                receive(i);
            }
        }
        assertThat(statistics.totalLost()).isEqualTo(10);

        receive(95);

        assertThat(statistics.totalLost()).isEqualTo(9);
    }

    @Test
    void theFractionLostIsThatSinceTheLastReport() {
        for (int i = 0; i < 100; i++) {
            receive(i);
        }
        assertThat(block().get(4)).isZero();
        for (int i = 100; i < 200; i += 2) {
            receive(i);
        }

        ByteBuffer block = block();

        assertThat(block.get(4) & 0xFF).as("half in 1/256").isBetween(126, 129);
        assertThat(block.getInt(4) & 0xFFFFFF).isEqualTo(49);
        assertThat(block().get(4)).as("nothing since").isZero();
    }

    @Test
    void duplicatesAreALossBelowZeroForTheReportOnly() {
        for (int i = 0; i < 10; i++) {
            receive(i);
            receive(i);
        }

        assertThat(block().getInt(4) << 8 >> 8).isEqualTo(-10);
        assertThat(statistics.totalLost()).isZero();
    }

    @Test
    void aNewSourceKeepsWhatTheOldOneLost() {
        for (int i = 0; i < 10; i += 2) {
            receive(i);
        }
        for (int i = 0; i < 10; i++) {
            receive(2, 40_000 + i, i * FRAME, i * FRAME);
        }

        assertThat(statistics.totalLost()).isEqualTo(4);
        assertThat(statistics.totalReceived()).isEqualTo(15);
        assertThat(block().getInt(4)).as("the new source lost nothing").isZero();
    }

    @Test
    void aJumpThatGoesOnBeginsAnewAndAStrayDoesNot() {
        for (int i = 0; i < 10; i++) {
            receive(i);
        }
        receive(30_000);
        receive(10);
        assertThat(statistics.totalLost()).isZero();
        for (int i = 40_000; i < 40_010; i++) {
            receive(i);
        }

        assertThat(statistics.totalLost()).isZero();
    }

    /** RFC 3550, A.8 settles at about the mean change of the transit time. */
    @Test
    void jitterIsTheMeanChangeOfTransitTime() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            receive(1, i, i * FRAME, i * FRAME + random.nextInt(81));
        }

        assertThat(statistics.jitter()).isBetween(15, 45);
    }

    @Test
    void silenceSuppressionIsNoJitterAndNoLoss() {
        for (int i = 0; i < 200; i++) {
            int at = (i + i / 50 * 400) * FRAME;
            receive(1, i, at, at);
        }

        assertThat(statistics.jitter()).isZero();
        assertThat(statistics.totalLost()).isZero();
    }
}
