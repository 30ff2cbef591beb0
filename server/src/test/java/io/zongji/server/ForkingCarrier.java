package io.zongji.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A carrier behind which two answer: one lets itself be heard early, another takes the call, each with a tag and a port of
 * its own (RFC 3261, 13.2.2.4). By plain datagrams, since SIP stacks hold a server to one tag.
 */
final class ForkingCarrier implements AutoCloseable {

    private static final List<String> KEPT = List.of("Via", "From", "Call-ID", "CSeq");

    private final DatagramSocket sip;
    private final DatagramSocket heardEarly;
    private final DatagramSocket answers;

    ForkingCarrier(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        sip = new DatagramSocket(0, address);
        heardEarly = new DatagramSocket(0, address);
        answers = new DatagramSocket(0, address);
        Thread thread = new Thread(this::serve, "forking-carrier");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return sip.getLocalAddress().getHostAddress() + ":" + sip.getLocalPort();
    }

    /** Waits until the one who took the call is sent voice. */
    void awaitVoiceAtTheOneWhoAnswered(Duration atMost) throws IOException {
        answers.setSoTimeout((int) atMost.toMillis());
        answers.receive(new DatagramPacket(new byte[2000], 2000));
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[65_000], 65_000);
                sip.receive(packet);
                String request = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (request.startsWith("INVITE")) {
                    send(packet, response(request, "183 Session Progress", "early", heardEarly));
                    send(packet, response(request, "200 OK", "answer", answers));
                } else if (!request.startsWith("ACK")) {
                    send(packet, response(request, "200 OK", "answer", null));
                }
            }
        } catch (SocketException e) {
            // Closed: the test is over.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(DatagramPacket to, String response) throws IOException {
        byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
        sip.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }

    /** @param voice where the one with this tag wants to hear; null for none */
    private String response(String request, String status, String tag, DatagramSocket voice) {
        String headers = request.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> KEPT.stream().anyMatch(name -> line.startsWith(name + ":")))
                .collect(Collectors.joining("\r\n"));
        String to = request.lines()
                .filter(line -> line.startsWith("To:"))
                .findFirst()
                .orElseThrow();
        String sdp = voice == null
                ? ""
                : String.join(
                        "\r\n",
                        "v=0",
                        "o=- 1 1 IN IP4 " + host(),
                        "s=-",
                        "c=IN IP4 " + host(),
                        "t=0 0",
                        "m=audio " + voice.getLocalPort() + " RTP/AVP 8",
                        "");
        return String.join(
                "\r\n",
                "SIP/2.0 " + status,
                headers,
                to + (to.contains("tag=") ? "" : ";tag=" + tag),
                "Contact: <sip:" + address() + ">",
                "Content-Type: application/sdp",
                "Content-Length: " + sdp.length(),
                "",
                sdp);
    }

    private String host() {
        return sip.getLocalAddress().getHostAddress();
    }

    @Override
    public void close() {
        sip.close();
        heardEarly.close();
        answers.close();
    }
}
