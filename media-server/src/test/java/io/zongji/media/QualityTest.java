package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.codec.Codec;
import io.zongji.media.quality.StreamQuality;
import io.zongji.media.rtp.RtpHeader;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a leg when it ends. */
class QualityTest extends MediaSessions {
    private static final int SSRC = 4711;

    private MediaConnection connection(DatagramSocket phone) throws Exception {
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("raw", heard);
        connection.processOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + phone.getLocalPort() + " RTP/AVP 8\r\n");
        until(() -> heard.events().contains("answer"));
        return connection;
    }

    private static void send(DatagramSocket phone, byte[] packet, int length, int port) throws IOException {
        phone.send(new DatagramPacket(packet, length, InetAddress.getLoopbackAddress(), port));
    }

    private static byte[] frame(int sequence) {
        ByteBuffer packet = ByteBuffer.allocate(RtpHeader.SIZE + Codec.FRAME_SAMPLES);
        RtpHeader.write(packet, 0, 8, false, sequence, sequence * Codec.FRAME_SAMPLES, SSRC);
        return packet.array();
    }

    private static int ssrcHeard(DatagramSocket phone) throws IOException {
        DatagramPacket heard = new DatagramPacket(new byte[500], 500);
        phone.setSoTimeout(5000);
        phone.receive(heard);
        return RtpHeader.ssrc(ByteBuffer.wrap(heard.getData()));
    }

    /** A receiver report with one block. */
    private static byte[] report(int about, int lost) {
        ByteBuffer report = ByteBuffer.allocate(32);
        report.putInt(0x81C90007).putInt(SSRC).putInt(about).putInt(lost);
        return report.array();
    }

    @Test
    void whatThePhoneSentAndWhatNeverCameIsCounted() throws Exception {
        try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            MediaConnection leg = connection(phone);
            for (int i = 0; i < 100; i++) {
                if (i % 20 != 3) {
                    send(phone, frame(i), 172, leg.port());
                }
            }
            until(() -> leg.quality().received() == 95);

            StreamQuality quality = leg.quality();

            assertThat(quality.lost()).isEqualTo(5);
            assertThat(quality.sent()).isZero();
            assertThat(quality.farLost()).as("no report came").isNull();
            assertThat(quality.roundTripMillis()).isNull();
            assertThat(quality.opinionScore()).isBetween(3.0, 4.2);
        }
    }

    @Test
    void thePhonesReportIsTakenOnTheOddPortAndOnTheSharedOne() throws Exception {
        try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket control = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            MediaConnection leg = connection(phone);
            leg.play(new Play("p", List.of("tone-600-9000"), false, false));
            int ours = ssrcHeard(phone);
            until(() -> leg.quality().sent() > 5);
            send(control, report(ours, 2), 32, leg.port() + 1);
            until(() -> Long.valueOf(2).equals(leg.quality().farLost()));

            send(phone, report(ours, 4), 32, leg.port());
            until(() -> Long.valueOf(4).equals(leg.quality().farLost()));

            long dropped = server.statistics().packetsDropped();
            send(phone, Arrays.copyOf(report(ours, 5), 30), 30, leg.port());
            send(control, report(ours, 5), 32, leg.port());
            until(() -> server.statistics().packetsDropped() == dropped + 2);
            assertThat(leg.quality().farLost())
                    .as("malformed, and a stranger's")
                    .isEqualTo(4);
        }
    }
}
