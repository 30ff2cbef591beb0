package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.prompt.PromptLibrary;
import io.zongji.media.sdp.SrtpPolicy;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is being made while the media server closes must not keep its port. */
class MediaServerCloseTest {
    private static final int FIRST_PORT = 19_500;
    private static final int LAST_PORT = 19_599;

    @TempDir
    private Path recordings;

    @RepeatedTest(20)
    void noPortIsKeptOfConnectionsMadeMeanwhile() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        MediaServer server = MediaServer.start(
                new MediaSettings(
                        loopback,
                        null,
                        FIRST_PORT,
                        LAST_PORT,
                        Duration.ZERO,
                        Duration.ZERO,
                        recordings,
                        Locale.CHINA,
                        SrtpPolicy.OFF),
                new PromptLibrary(null));
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                while (true) {
                    server.createConnection("leg", new ConnectionListener() {});
                    begun.countDown();
                }
            } catch (PortsExhaustedException e) {
                begun.countDown();
            }
        });
        caller.start();
        begun.await();

        server.close();
        caller.join();

        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback, port))) {
                assertThat(socket.getLocalPort()).isEqualTo(port);
            }
        }
    }
}
