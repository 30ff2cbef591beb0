package io.zongji.ra.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A SIP peer over a plain UDP socket: the test writes each message itself and sees each one that comes. */
final class Peer implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final DatagramSocket socket;
    final int remotePort;
    /** The port that the last message came from; 0 before the first. */
    int lastSourcePort;

    final String callId = "call-" + System.nanoTime() + "-" + NUMBER.incrementAndGet();
    final String tag = "peer" + NUMBER.incrementAndGet();

    Peer(int remotePort) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.remotePort = remotePort;
    }

    int port() {
        return socket.getLocalPort();
    }

    void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), remotePort));
    }

    /** A request with our branch; {@code to} is the To value with its tag if any. */
    String request(String method, String uri, String to, long cseq, String branch, String... more) {
        String body = more.length % 2 == 1 ? more[more.length - 1] : "";
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(uri).append(" SIP/2.0\r\n");
        text.append("Via: SIP/2.0/UDP 127.0.0.1:")
                .append(port())
                .append(";rport;branch=z9hG4bK")
                .append(branch);
        text.append("\r\nMax-Forwards: 70\r\nFrom: <sip:alice@127.0.0.1>;tag=").append(tag);
        text.append("\r\nTo: ").append(to).append("\r\nCall-ID: ").append(callId);
        text.append("\r\nCSeq: ").append(cseq).append(' ').append(method);
        text.append("\r\nContact: <sip:alice@127.0.0.1:").append(port()).append(">\r\n");
        for (int i = 0; i + 1 < more.length; i += 2) {
            text.append(more[i]).append(": ").append(more[i + 1]).append("\r\n");
        }
        if (!body.isEmpty()) {
            text.append("Content-Type: application/sdp\r\n");
        }
        return text.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    String invite(String branch, String... more) {
        return request("INVITE", "sip:hotline@127.0.0.1:" + remotePort, "<sip:hotline@127.0.0.1>", 1, branch, more);
    }

    /** A response to a received request; To gets our tag unless it has one. */
    String response(int status, Message request, String... more) {
        String body = more.length % 2 == 1 ? more[more.length - 1] : "";
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " X\r\n");
        request.headers("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        String to = request.header("To");
        text.append("From: ").append(request.header("From")).append("\r\nTo: ").append(to);
        if (!to.contains(";tag=") && status > 100) {
            text.append(";tag=").append(tag);
        }
        text.append("\r\nCall-ID: ").append(request.header("Call-ID"));
        text.append("\r\nCSeq: ").append(request.header("CSeq"));
        text.append("\r\nContact: <sip:phone@127.0.0.1:").append(port()).append(">\r\n");
        for (int i = 0; i + 1 < more.length; i += 2) {
            text.append(more[i]).append(": ").append(more[i + 1]).append("\r\n");
        }
        if (!body.isEmpty()) {
            text.append("Content-Type: application/sdp\r\n");
        }
        return text.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    /** The next message, or null after the time. */
    Message poll(int millis) throws IOException {
        byte[] buffer = new byte[65536];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout(millis);
        try {
            socket.receive(packet);
            lastSourcePort = packet.getPort();
            return new Message(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException e) {
            return null;
        }
    }

    /** The next response with this status to this method; others (100, repetitions) are passed over. */
    Message expect(int status, String method) throws IOException {
        return expect(message -> message.status() == status && message.method().equals(method), status + " " + method);
    }

    Message expectFinal(String method) throws IOException {
        return expect(message -> message.status() >= 200 && message.method().equals(method), "answer to " + method);
    }

    Message expect(String method) throws IOException {
        return expect(message -> !message.isResponse() && message.method().equals(method), method);
    }

    private Message expect(java.util.function.Predicate<Message> wanted, String what) throws IOException {
        StringBuilder seen = new StringBuilder();
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end) {
            Message message = poll(5000);
            if (message == null) {
                break;
            }
            if (wanted.test(message)) {
                return message;
            }
            seen.append(message.startLine()).append("; ");
        }
        throw new AssertionError("no " + what + ", only: " + seen);
    }

    @Override
    public void close() {
        socket.close();
    }
}
