package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who hears whom, whatever the network and the services do. */
class HearingTest extends MediaSessions {
    /** A bare socket that sends what a test wants it to. */
    private static final class RawPhone implements AutoCloseable {
        private final DatagramSocket socket;
        private final Tone tone = new Tone(600, 8000);

        RawPhone() throws IOException {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        }

        String offer() {
            return offer(socket.getLocalPort());
        }

        static String offer(int port) {
            return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port
                    + " RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n";
        }

        byte[] frame(int sequence) {
            ByteBuffer packet = ByteBuffer.allocate(RtpHeader.SIZE + Codec.FRAME_SAMPLES);
            RtpHeader.write(packet, 0, 8, false, sequence, sequence * Codec.FRAME_SAMPLES, 4711);
            packet.put(RtpHeader.SIZE, Codec.PCMA.encode(tone.samples(Codec.FRAME_SAMPLES)));
            return packet.array();
        }

        void send(byte[] packet, int port) throws IOException {
            socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private MediaConnection connection(String offer) throws Exception {
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("raw", heard);
        connection.processOffer(offer);
        until(() -> heard.events().contains("answer"));
        return connection;
    }

    @Test
    void lossReorderingAndDuplicatesPassWithoutHarm() throws Exception {
        Line agent = line(Codec.PCMU);
        Random random = new Random(17);
        try (RawPhone phone = new RawPhone()) {
            MediaConnection caller = connection(phone.offer());
            caller.join(Direction.DUPLEX, agent.connection());
            Heard heard = new Heard();
            MediaRecorder recorder =
                    server.createRecorder(new RecordingOrder("r", "r.wav", null, null), List.of(caller), heard);
            recorder.start();
            List<byte[]> held = new ArrayList<>();
            int lost = 0;
            for (int i = 0; i < 100; i++) {
                byte[] packet = phone.frame(65_500 + i);
                if (random.nextInt(20) == 0) {
                    lost++;
                } else if (random.nextInt(5) == 0) {
                    held.add(packet);
                } else {
                    phone.send(packet, caller.port());
                    if (random.nextInt(5) == 0) {
                        phone.send(packet, caller.port());
                    }
                    for (byte[] late : held) {
                        phone.send(late, caller.port());
                    }
                    held.clear();
                }
                LockSupport.parkNanos(15_000_000);
            }
            recorder.stop();
            until(() -> heard.recording() != null);

            assertThat(lost).isPositive();
            assertThat(agent.phone().samplesHeard()).isGreaterThan(90 * 160L);
            assertThat(agent.phone().amplitude(600)).isGreaterThan(4000);
        }
    }

    @Test
    void mutatedPacketsOfAKnownPhoneAreHarmless() throws Exception {
        Line agent = line(Codec.PCMU);
        Random random = new Random(23);
        try (RawPhone phone = new RawPhone()) {
            MediaConnection caller = connection(phone.offer());
            caller.join(Direction.DUPLEX, agent.connection());
            server.createRecorder(new RecordingOrder("r", "r.wav", null, null), List.of(caller), new Heard())
                    .start();
            for (int i = 0; i < 3000; i++) {
                byte[] packet = phone.frame(i);
                for (int flips = random.nextInt(6); flips > 0; flips--) {
                    packet[random.nextInt(20)] = (byte) random.nextInt(256);
                }
                int length = random.nextInt(4) == 0 ? random.nextInt(packet.length) : packet.length;
                phone.send(Arrays.copyOf(packet, length), caller.port());
            }
            for (int i = 0; i < 50; i++) {
                phone.send(phone.frame(10_000 + i), caller.port());
                LockSupport.parkNanos(10_000_000);
            }

            until(() -> agent.phone().hears(600));
        }
    }

    @Test
    void aPhoneBehindAPortMappingIsHeardAndHears() throws Exception {
        try (RawPhone phone = new RawPhone()) {
            MediaConnection caller = connection(RawPhone.offer(9));
            caller.play(new Play("p", List.of("tone-600-3000"), false, false));
            for (int i = 0; i < 5; i++) {
                phone.send(phone.frame(i), caller.port());
            }

            phone.socket.setSoTimeout(3000);
            DatagramPacket received = new DatagramPacket(new byte[500], 500);
            phone.socket.receive(received);

            assertThat(received.getPort()).isEqualTo(caller.port());
            assertThat(received.getLength()).isEqualTo(172);
        }
    }

    @Test
    void aRenewedOfferMovesTheMedia() throws Exception {
        Line caller = line(Codec.PCMA);
        caller.connection().play(new Play("m", List.of("tone-600-500"), true, false));
        until(() -> caller.phone().hears(600));
        try (TestPhone elsewhere = new TestPhone(phones)) {
            caller.connection().processOffer(elsewhere.offer(Codec.PCMU));

            until(() -> elsewhere.hears(600));

            assertThat(elsewhere.lastCodec()).isEqualTo(Codec.PCMU);
            letPass(SHORT);
            long before = caller.phone().samplesHeard();
            letPass(SHORT);
            assertThat(caller.phone().samplesHeard()).isEqualTo(before);
        }
    }

    private static Set<Double> tonesHeard(Line line, double[] tones) {
        Set<Double> heard = new HashSet<>();
        for (double tone : tones) {
            if (line.phone().amplitude(tone) > 4000) {
                heard.add(tone);
            }
        }
        return heard;
    }

    /** A supervisor listens, whispers to the agent, and barges in: only directions of joins change. */
    @Test
    void supervisorListensWhispersAndBargesIn() throws Exception {
        double[] tones = {500, 800, 1300};
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        Line supervisor = line(Codec.PCMU);
        caller.phone().say(tones[0]);
        agent.phone().say(tones[1]);
        supervisor.phone().say(tones[2]);
        caller.connection().join(Direction.DUPLEX, agent.connection());

        supervisor.connection().join(Direction.RECV, caller.connection());
        supervisor.connection().join(Direction.RECV, agent.connection());
        untilHeard(tones, supervisor, Set.of(500.0, 800.0), agent, Set.of(500.0), caller, Set.of(800.0));

        supervisor.connection().join(Direction.DUPLEX, agent.connection());
        untilHeard(tones, supervisor, Set.of(500.0, 800.0), agent, Set.of(500.0, 1300.0), caller, Set.of(800.0));

        supervisor.connection().join(Direction.DUPLEX, caller.connection());
        untilHeard(
                tones, supervisor, Set.of(500.0, 800.0), agent, Set.of(500.0, 1300.0), caller, Set.of(800.0, 1300.0));

        supervisor.connection().release();
        untilHeard(tones, agent, Set.of(500.0), caller, Set.of(800.0), agent, Set.of(500.0));
    }

    private static void untilHeard(
            double[] tones,
            Line first,
            Set<Double> heardByFirst,
            Line second,
            Set<Double> heardBySecond,
            Line third,
            Set<Double> heardByThird) {
        List.of(first, second, third).forEach(line -> line.phone().forget());
        until(() -> tonesHeard(first, tones).equals(heardByFirst)
                && tonesHeard(second, tones).equals(heardBySecond)
                && tonesHeard(third, tones).equals(heardByThird));
    }

    @Test
    void manyShortCallsLeaveNothing() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            Line a = line(Codec.PCMA);
            MediaConnection b = server.createConnection("b", new Heard());
            a.connection().join(Direction.DUPLEX, b);
            MediaRecorder recorder = server.createRecorder(
                    new RecordingOrder("r" + i, "r" + i + ".wav", null, null), List.of(a.connection(), b), new Heard());
            if (random.nextBoolean()) {
                recorder.start();
            }
            a.connection().play(new Play("p", List.of("tone-600-500"), random.nextBoolean(), true));
            if (random.nextBoolean()) {
                recorder.stop();
            }
            a.connection().release();
            b.release();
            a.phone().close();
            until(() -> a.heard().events().contains("released"));
        }

        until(() -> {
            MediaStatistics left = server.statistics();
            return left.connections() + left.portsInUse() + left.recorders() == 0;
        });
        until(() -> Objects.requireNonNull(
                                recordings.resolve(".in-progress").toFile().list())
                        .length
                == 0);
    }
}
