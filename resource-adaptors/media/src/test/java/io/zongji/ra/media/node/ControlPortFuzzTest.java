package io.zongji.ra.media.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.media.MediaSettings;
import io.zongji.media.sdp.SrtpPolicy;
import io.zongji.ra.media.SdpPortManager.Peer;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.adaptor.ToldEvents;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bouncycastle.tls.TlsProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever talks nonsense to the control port is disconnected; the controller beside notices nothing, and nothing is left. */
class ControlPortFuzzTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long SEED = 20261121;

    private final ToldEvents events = new ToldEvents();
    private TestNode node;
    private RemoteMediaDriver controller;

    @BeforeEach
    void start(@TempDir Path recordings) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        node = new TestNode(new MediaSettings(
                loopback,
                null,
                19_480,
                19_499,
                Duration.ZERO,
                Duration.ZERO,
                recordings,
                Locale.CHINA,
                SrtpPolicy.ALLOWED));
        controller = new RemoteMediaDriver(node.address(), TestNode.SECRET, TestNode.PATIENCE, recordings);
        controller.start(events);
        await().atMost(LONG).until(() -> controller.status().up());
        controller.createConnection("a", "leg", "call");
    }

    @AfterEach
    void stop() {
        controller.stop();
        node.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", node.address().port());
        socket.setSoTimeout((int) LONG.toMillis());
        return socket;
    }

    private void assertTheControllerIsServed() {
        assertThat(controller.status().up()).isTrue();
        controller.generateOffer("a", Peer.PHONE);
        assertThat(events.await("a", SdpPortManagerEvent.class).type())
                .isEqualTo(SdpPortManagerEvent.Type.OFFER_GENERATED);
        await().atMost(LONG).until(() -> node.engine().statistics().connections() == 1);
        assertThat(events.of("a")).doesNotContainNull();
    }

    @Test
    void randomBytesEndInAClosedConnection() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            byte[] nonsense = new byte[1 + random.nextInt(4000)];
            random.nextBytes(nonsense);
            try (Socket socket = connect()) {
                socket.getOutputStream().write(nonsense);
                socket.shutdownOutput();
                awaitClosed(socket.getInputStream());
            } catch (IOException closedWhileWriting) {
                assertThat(closedWhileWriting).isNotInstanceOf(SocketTimeoutException.class);
            }
        }

        assertTheControllerIsServed();
    }

    @Test
    void aBrokenHandshakeEndsInAClosedConnection() throws Exception {
        byte[] hello = firstFlight();
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            byte[] broken = hello.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try (Socket socket = connect()) {
                socket.getOutputStream().write(broken, 0, 1 + random.nextInt(broken.length));
                socket.shutdownOutput();
                awaitClosed(socket.getInputStream());
            } catch (IOException closedWhileWriting) {
                assertThat(closedWhileWriting).isNotInstanceOf(SocketTimeoutException.class);
            }
        }

        assertTheControllerIsServed();
    }

    /** What a client says first. */
    private byte[] firstFlight() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Socket socket = new Socket() {
            @Override
            public InputStream getInputStream() {
                return InputStream.nullInputStream();
            }

            @Override
            public ByteArrayOutputStream getOutputStream() {
                return said;
            }
        }) {
            SecretTls.client(socket, TestNode.SECRET);
        } catch (IOException nobodyAnswers) {
            assertThat(said.size()).isPositive();
        }
        return said.toByteArray();
    }

    @Test
    void whoKeepsSilentDoesNotKeepOthersOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            silent.add(connect());
        }

        RemoteMediaDriver another =
                new RemoteMediaDriver(node.address(), TestNode.SECRET, TestNode.PATIENCE, Path.of("unused"));
        another.start(new ToldEvents());
        await().atMost(LONG).until(() -> another.status().up());

        another.stop();
        for (Socket socket : silent) {
            socket.close();
        }
        assertTheControllerIsServed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "null",
                "[]",
                "{}",
                "{\"do\":\"nothing\"}",
                "{\"do\":\"create\"}",
                "{\"do\":\"create\",\"connection\":\"b\",\"owner\":\"leg\",\"group\":\"call\"}",
                "{\"do\":\"create\",\"connection\":{\"a\":1}}",
                "{\"do\":\"join\",\"connection\":\"b\",\"direction\":\"UPWARDS\",\"other\":\"c\"}",
                "{\"do\":\"play\",\"connection\":\"b\"}",
                "{\"do\":\"play\",\"connection\":\"b\",\"play\":{\"id\":\"p\",\"prompts\":[]}}",
                "{\"do\":\"collect\",\"connection\":\"b\",\"collect\":{\"id\":\"k\",\"maxDigits\":-1}}",
                "{\"do\":\"createRecorder\",\"recorder\":\"r\",\"settings\":null,\"connections\":[\"b\"]}",
                "{\"@class\":\"java.lang.Runtime\"}"
            })
    void whoKnowsTheSecretAndTalksNonsenseLosesWhatItHas(String message) throws Exception {
        try (Socket socket = connect()) {
            TlsProtocol tls = SecretTls.client(socket, TestNode.SECRET);
            DataOutputStream out = new DataOutputStream(tls.getOutputStream());
            send(out, "{\"do\":\"create\",\"connection\":\"b\",\"owner\":\"leg\",\"group\":\"call\"}");
            await().atMost(LONG).until(() -> node.engine().statistics().connections() == 2);

            send(out, message);

            awaitClosed(tls.getInputStream());
        }
        assertTheControllerIsServed();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, (1 << 20) + 1})
    void aLengthThatNoMessageHasEndsTheConnection(int length) throws Exception {
        try (Socket socket = connect()) {
            TlsProtocol tls = SecretTls.client(socket, TestNode.SECRET);
            DataOutputStream out = new DataOutputStream(tls.getOutputStream());

            out.writeInt(length);
            out.flush();

            awaitClosed(tls.getInputStream());
        }
        assertTheControllerIsServed();
    }

    private static void send(DataOutputStream out, String message) throws IOException {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    private static void awaitClosed(InputStream in) throws IOException {
        try {
            new DataInputStream(in).transferTo(java.io.OutputStream.nullOutputStream());
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }
}
