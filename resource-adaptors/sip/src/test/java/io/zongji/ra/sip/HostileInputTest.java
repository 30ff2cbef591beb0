package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sip.RequestEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }

    private static void raw(Peer peer, byte[] bytes) throws IOException {
        peer.socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), peer.remotePort));
    }

    @Test
    void garbageOnUdpAndTcpHarmsNothing() throws Exception {
        try (RaUnderTest ra = new RaUnderTest();
                Peer peer = new Peer(ra.udpPort)) {
            AnsweringRa.answerAll(ra);
            assertThat(workers()).isEqualTo(4);
            Random random = new Random(42);
            String invite = peer.invite("g", "v=0\r\n");
            for (int i = 0; i < 3000; i++) {
                byte[] bytes = i % 3 == 0 ? new byte[random.nextInt(1400)] : invite.getBytes(StandardCharsets.UTF_8);
                if (i % 3 == 0) {
                    random.nextBytes(bytes);
                } else {
                    for (int j = 0; j <= i % 7; j++) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                }
                raw(peer, bytes);
                if (i % 100 == 0) {
                    Thread.sleep(2);
                }
            }
            for (String text : new String[] {
                "\r\n\r\n",
                "\0\0\0\0",
                "INVITE",
                "INVITE sip:x SIP/2.0\r\n\r\n",
                "SIP/2.0 200 OK\r\n\r\n",
                peer.invite("h").replace("CSeq: 1", "CSeq: 99999999999999"),
                peer.invite("i").replace("Content-Length: 0", "Content-Length: -5"),
                peer.invite("j").replace("Via: SIP/2.0/UDP 127.0.0.1", "Via: SIP/2.0/UDP [::"),
                peer.invite("k").replace("From: ", "From: " + "<".repeat(5000)),
                peer.invite("l").replace("Max-Forwards: 70", "Max-Forwards: 70\r\nRoute: <sip:"),
                peer.invite("m").replace(";tag=" + peer.tag, ""),
                peer.response(200, new Message(peer.invite("n")))
            }) {
                raw(peer, text.getBytes(StandardCharsets.UTF_8));
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ra.tcpPort)) {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                }
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ra.wsPort)) {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
            assertThat(workers()).isEqualTo(4);
            try (Peer caller = new Peer(ra.udpPort)) {
                caller.send(caller.invite("good"));
                caller.expect(200, "INVITE");
            }
        }
    }

    private static long workers() {
        return threads().stream()
                .filter(thread -> thread.getName().contains("UDPMessageChannelThread"))
                .count();
    }

    @Test
    void anExceptionInAnSbbCostsOnlyItsCall() throws Exception {
        try (RaUnderTest ra = new RaUnderTest();
                Peer peer = new Peer(ra.udpPort)) {
            ra.slee.handler = fired -> {
                throw new IllegalStateException("an SLEE would not do this");
            };
            for (int i = 0; i < 20; i++) {
                peer.send(peer.invite("x" + i).replace(peer.callId, peer.callId + i));
            }
            ra.slee.handler = null;
            try (Peer caller = new Peer(ra.udpPort)) {
                caller.send(caller.invite("good"));
                RequestEvent invite = (RequestEvent)
                        ra.slee.next("javax.sip.message.Request.INVITE").event();
                assertThat(invite.getRequest().getMethod()).isEqualTo("INVITE");
            }
        }
    }

    @Test
    void noThreadIsLeftAfterTheRaHasStopped() throws Exception {
        try (RaUnderTest warm = new RaUnderTest()) {
            AnsweringRa.answerAll(warm);
        }
        Set<Thread> before = threads();
        RaUnderTest ra = new RaUnderTest();
        AnsweringRa.answerAll(ra);
        try (Peer caller = new Peer(ra.udpPort);
                Socket tcp = new Socket(InetAddress.getLoopbackAddress(), ra.tcpPort)) {
            caller.send(caller.invite("a"));
            caller.expect(200, "INVITE");
            tcp.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        ra.close();
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            Set<Thread> left = threads();
            left.removeAll(before);
            left.removeIf(thread ->
                    thread.getName().startsWith("fake-slee") || thread.getName().startsWith("awaitility"));
            assertThat(left).isEmpty();
        });
    }

    @Test
    void aStackStoppedAtOnceLeavesNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            new RaUnderTest("threads", "200").close();
        }
        org.awaitility.Awaitility.await().until(() -> workers() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "ws"})
    void aBusyPortIsNamedInTheErrorAndNothingIsLeft(String transport) throws Exception {
        try (RaUnderTest ra = new RaUnderTest()) {
            Set<Thread> before = threads();
            int port = Map.of("udp", ra.udpPort, "tcp", ra.tcpPort, "ws", ra.wsPort)
                    .get(transport);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> new RaUnderTest(transport + "Port", Integer.toString(port)))
                    .hasMessageContaining("cannot listen on " + transport + " 127.0.0.1:" + port);
            org.awaitility.Awaitility.await().untilAsserted(() -> {
                Set<Thread> left = threads();
                left.removeAll(before);
                left.removeIf(thread -> thread.getName().startsWith("fake-slee")
                        || thread.getName().startsWith("awaitility"));
                assertThat(left).isEmpty();
            });
        }
    }
}
