package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two ends of a line that report to each other in virtual time. */
class RtcpSessionTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long FRAME = 20 * MILLI;
    private static final long BEGIN = TimeUnit.HOURS.toNanos(1);

    private final End near = new End(0x1111);
    private final End far = new End(0x2222);

    private static final class End {
        final OutgoingStream stream;
        final ReceptionStatistics reception = new ReceptionStatistics();
        final RtcpSession control;
        final ByteBuffer packet = ByteBuffer.allocate(200);
        final IncomingPacket parsed = new IncomingPacket();

        End(int ssrc) {
            stream = new OutgoingStream(ssrc, 65_500, 7);
            control = new RtcpSession(stream, reception);
        }

        void send(End to, boolean lost, long now) {
            stream.ownFrame(packet, 8, 160, now);
            control.sent(160);
            if (!lost) {
                to.parsed.parse(packet, 172);
                to.reception.received(to.parsed, true, (int) (now / 125_000));
            }
        }

        ByteBuffer report(long now) {
            ByteBuffer report = ByteBuffer.allocate(200);
            int length = control.write(report, now, now / 1_000_000);
            return report.limit(length);
        }

        boolean receive(ByteBuffer report, long now) {
            return control.receive(report, report.limit(), now);
        }
    }

    private long talk(long now, int frames, int everyLost) {
        long at = now;
        for (int i = 0; i < frames; i++) {
            near.send(far, everyLost > 0 && i % everyLost == 1, at);
            far.send(near, false, at);
            at += FRAME;
        }
        return at;
    }

    @Test
    void bothLearnRoundTripAndLoss() {
        long now = talk(BEGIN, 250, 10);
        ByteBuffer nearReport = near.report(now);
        now += 30 * MILLI;
        assertThat(far.receive(nearReport, now)).isTrue();
        now = talk(now, 50, 0);
        ByteBuffer farReport = far.report(now);
        now += 50 * MILLI;

        assertThat(near.receive(farReport, now)).isTrue();

        assertThat(near.control.roundTripMicros()).isCloseTo(80_000, within(100));
        assertThat(near.control.farLost()).isEqualTo(25);
        assertThat(near.control.farExpected()).isEqualTo(300);
        assertThat(far.control.roundTripMicros()).as("not measured yet").isEqualTo(-1);
    }

    @Test
    void aSenderReportHasTheStreamsPlaceInTime() {
        long now = talk(BEGIN, 10, 0);

        ByteBuffer report = near.report(now);

        assertThat(report.get(1) & 0xFF).isEqualTo(200);
        assertThat(report.getInt(16)).as("RTP timestamp of this moment").isEqualTo(7 + 10 * 160);
        assertThat(report.getInt(20)).isEqualTo(10);
        assertThat(report.getInt(24)).isEqualTo(1600);
        assertThat(report.getInt(8) & 0xFFFFFFFFL).isEqualTo(3600 + 2_208_988_800L);
    }

    @Test
    void whoSendsNothingReportsAsReceiverWithAName() {
        far.send(near, false, BEGIN);

        ByteBuffer report = near.report(BEGIN);

        assertThat(report.get(1) & 0xFF).isEqualTo(201);
        int names = 8 + 24;
        assertThat(report.get(names + 1) & 0xFF).isEqualTo(202);
        assertThat(report.get(names + 8)).as("CNAME").isEqualTo((byte) 1);
        assertThat(report.get(names + 9)).isEqualTo((byte) 16);
        assertThat(report.limit() % 4).isZero();
    }

    @Test
    void reportsAreSomeSecondsApart() {
        long now = BEGIN;
        int reports = 0;
        for (; now < BEGIN + TimeUnit.MINUTES.toNanos(10); now += 100 * MILLI) {
            if (near.control.due(now)) {
                near.report(now);
                reports++;
            }
        }

        assertThat(reports).isBetween(90, 150);
    }

    @Test
    void aRoundTripThatNamesNoReportOfOursIsNotBelieved() {
        long now = talk(BEGIN, 10, 0);
        far.receive(near.report(now), now);
        ByteBuffer report = far.report(now + MILLI);
        report.putInt(28 + 16, report.getInt(28 + 16) + 1);

        near.receive(report, now + 2 * MILLI);

        assertThat(near.control.roundTripMicros()).isEqualTo(-1);
    }

    @Test
    void anEndIsTold() {
        long now = talk(BEGIN, 10, 0);
        near.report(now);
        ByteBuffer bye = ByteBuffer.allocate(200);

        int length = near.control.writeBye(bye, now, now / 1_000_000);

        assertThat(bye.get(length - 7) & 0xFF).isEqualTo(203);
        assertThat(bye.getInt(length - 4)).isEqualTo(0x1111);
        assertThat(far.receive(bye.limit(length), now)).isTrue();
    }

    @Test
    void mutatedAndRandomReportsDoNoHarm() {
        Random random = new Random(77);
        long now = talk(BEGIN, 50, 7);
        far.receive(near.report(now), now);
        ByteBuffer valid = far.report(now);
        int taken = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(150)];
            if (random.nextBoolean()) {
                random.nextBytes(bytes);
            } else {
                System.arraycopy(valid.array(), 0, bytes, 0, Math.min(bytes.length, valid.limit()));
                for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
                    bytes[random.nextInt(Math.min(bytes.length, 40))] = (byte) random.nextInt(256);
                }
            }
            taken += near.control.receive(ByteBuffer.wrap(bytes), bytes.length, now + i) ? 1 : 0;

            assertThat(near.control.farLost()).isBetween(-1, 50);
            assertThat(near.control.farJitter()).isNotNegative();
            assertThat(near.control.roundTripMicros()).isBetween(-1, 30_000_000);
        }
        assertThat(taken).as("some were well-formed").isPositive();
        assertThat(near.report(now + 1).limit()).isLessThan(100);
    }
}
