package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.PromptAudio;
import io.zongji.media.prompt.WavReader;
import io.zongji.media.tone.Goertzel;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Whatever a network does to a party's packets, who gets them forwarded, who hears them in a mix, and the recording have
 * what was said. All troubles at the same time, each with a caller of its own.
 */
class UnevenNetworkTest extends MediaSessions {
    /** A tenth of a second. */
    private static final int PIECE = 800;

    @Override
    int firstPort() {
        return 26_000 + (int) (ProcessHandle.current().pid() % 100) * ports();
    }

    @Override
    int ports() {
        return UnevenNetwork.values().length * 3 * 2;
    }

    /** A caller on a bad network, somebody who gets its packets, somebody who hears it in a mix, and a recording. */
    private final class Trouble implements AutoCloseable {
        private final UnevenNetwork kind;
        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        private final MediaConnection caller;
        private final Line forwarded = line(Codec.PCMA);
        private final Line mixed = line(Codec.PCMA);
        private final Heard recorded = new Heard();
        private final MediaRecorder recorder;

        Trouble(UnevenNetwork kind) throws Exception {
            this.kind = kind;
            Heard heard = new Heard();
            caller = server.createConnection(kind.name(), heard);
            caller.processOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                    + socket.getLocalPort() + " RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n");
            until(() -> heard.events().contains("answer"));
            forwarded.phone().keepAll();
            mixed.phone().keepAll();
            caller.join(Direction.SEND, forwarded.connection());
            caller.join(Direction.SEND, mixed.connection());
            mixed.connection().join(Direction.RECV, forwarded.connection());
            recorder = server.createRecorder(
                    new RecordingOrder(kind.name(), kind + ".wav", null, null), List.of(caller), recorded);
            recorder.start();
        }

        void send(byte[] packet) throws IOException {
            socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), caller.port()));
        }

        /** Of what there is to be heard, the share that a listener heard. */
        double share(short[] samples) {
            int good = 0;
            for (int at = 0; at + PIECE <= samples.length; at += PIECE) {
                good += Goertzel.share(samples, at, PIECE, UnevenNetwork.HERTZ) > 0.85 ? 1 : 0;
            }
            return (double) good * PIECE / (kind.heardAtMost() * Codec.FRAME_SAMPLES);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private record Due(Trouble trouble, UnevenNetwork.Sent sent) {}

    @Test
    void everybodyHearsWhatWasSaid() throws Exception {
        List<Trouble> troubles = new ArrayList<>();
        List<Due> due = new ArrayList<>();
        for (UnevenNetwork kind : UnevenNetwork.values()) {
            Trouble trouble = new Trouble(kind);
            troubles.add(trouble);
            kind.packets().forEach(sent -> due.add(new Due(trouble, sent)));
        }
        due.sort(Comparator.comparingDouble(one -> one.sent().at()));
        long begin = System.nanoTime();
        for (Due one : due) {
            long wait = begin + (long) (one.sent().at() * 1e6) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            one.trouble().send(one.sent().packet());
        }
        letPass(SHORT);

        for (Trouble trouble : troubles) {
            trouble.recorder.stop();
            until(() -> trouble.recorded.recording() != null);
            PromptAudio recording = WavReader.read(Files.readAllBytes(recordings.resolve(trouble.kind + ".wav")));
            assertThat(trouble.share(trouble.forwarded.phone().all()))
                    .as("forwarded with %s", trouble.kind)
                    .isGreaterThan(0.7);
            assertThat(trouble.share(trouble.mixed.phone().all()))
                    .as("mixed with %s", trouble.kind)
                    .isGreaterThan(0.7);
            assertThat(trouble.share(recording.samples()))
                    .as("recorded with %s", trouble.kind)
                    .isGreaterThan(0.7);
            trouble.close();
        }
    }
}
