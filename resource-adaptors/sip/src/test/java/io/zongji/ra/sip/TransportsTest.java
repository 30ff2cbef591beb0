package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.DialogActivity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportsTest {

    private RaUnderTest ra;

    @BeforeEach
    void start() throws Exception {
        ra = new RaUnderTest();
    }

    @AfterEach
    void stop() {
        ra.close();
    }

    private interface Line {
        void send(String message) throws Exception;

        Message receive() throws Exception;
    }

    private static final class TcpLine implements Line, AutoCloseable {
        final Socket socket;

        TcpLine(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(5000);
        }

        @Override
        public void send(String message) throws IOException {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public Message receive() throws IOException {
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    throw new IOException("closed after " + head);
                }
                if (head.length() > 0 || !Character.isWhitespace(c)) {
                    head.append((char) c);
                }
            }
            int length = Integer.parseInt(new Message(head.toString()).header("Content-Length"));
            return new Message(head + new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class WsLine implements Line, WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        WsLine(int port) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("sip")
                    .buildAsync(URI.create("ws://127.0.0.1:" + port), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            return onText(webSocket, StandardCharsets.UTF_8.decode(data), last);
        }

        @Override
        public void send(String message) {
            socket.sendText(message, true).join();
        }

        @Override
        public Message receive() throws InterruptedException {
            return new Message(received.poll(5, TimeUnit.SECONDS));
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private static String register(String transport, String host) {
        return "REGISTER sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/" + transport + " " + host
                + ";branch=z9hG4bKreg;rport\r\nMax-Forwards: 70\r\nFrom: <sip:1001@127.0.0.1>;tag=f\r\n"
                + "To: <sip:1001@127.0.0.1>\r\nCall-ID: reg-" + transport
                + "\r\nCSeq: 1 REGISTER\r\nContact: <sip:1001@"
                + host + ";transport=" + transport.toLowerCase(java.util.Locale.ROOT)
                + ">\r\nExpires: 60\r\nContent-Length: 0\r\n\r\n";
    }

    private Flow registered(Line line, String transport, String host) throws Exception {
        line.send(register(transport, host));
        RequestEvent event = (RequestEvent)
                ra.slee.next("javax.sip.message.Request.REGISTER").event();
        Flow flow = Flow.of(event.getRequest());
        assertThat(Flow.parse(flow.toString())).isEqualTo(flow);
        event.getServerTransaction()
                .sendResponse(ra.provider().getMessageFactory().createResponse(200, event.getRequest()));
        assertThat(line.receive().status()).isEqualTo(200);
        return flow;
    }

    private static String answer(Message request, int status, String contact) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " X\r\n");
        request.headers("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        String to = request.header("To");
        text.append("From: ").append(request.header("From")).append("\r\nTo: ").append(to);
        text.append(to.contains(";tag=") ? "" : ";tag=phone").append("\r\nCall-ID: ");
        text.append(request.header("Call-ID")).append("\r\nCSeq: ").append(request.header("CSeq"));
        return text.append("\r\nContact: ")
                .append(contact)
                .append("\r\nContent-Length: 0\r\n\r\n")
                .toString();
    }

    /** A call from us to a registered phone on its own connection, answered, and ended by us. */
    private void callOn(Line line, Flow flow, String contact) throws Exception {
        DialogActivity dialog = ra.provider()
                .getNewDialog(
                        ra.provider().getAddressFactory().createAddress("sip:hotline@127.0.0.1"),
                        ra.provider().getAddressFactory().createAddress("sip:1001@127.0.0.1"));
        Request request = dialog.createRequest(Request.INVITE);
        request.setRequestURI(ra.provider().getAddressFactory().createURI(contact.substring(1, contact.length() - 1)));
        flow.pin(request);
        dialog.sendRequest(request);
        Message invite = line.receive();
        assertThat(invite.method()).isEqualTo("INVITE");
        assertThat(invite.headers("Route")).isEmpty();
        assertThat(invite.contactUri()).endsWith(";transport=" + flow.transport());
        assertThat(invite.header("Via"))
                .startsWith("SIP/2.0/" + flow.transport().toUpperCase(java.util.Locale.ROOT));
        line.send(answer(invite, 200, contact));
        ResponseEvent success = (ResponseEvent)
                ra.slee.next("javax.sip.message.Response.SUCCESS").event();
        CSeqHeader cseq = (CSeqHeader) success.getResponse().getHeader(CSeqHeader.NAME);
        dialog.sendAck(dialog.createAck(cseq.getSeqNumber()));
        assertThat(line.receive().method()).isEqualTo("ACK");
        dialog.sendRequest(dialog.createRequest(Request.BYE));
        Message bye = line.receive();
        assertThat(bye.method()).isEqualTo("BYE");
        line.send(answer(bye, 200, contact));
        ra.slee.next("javax.sip.message.Response.SUCCESS");
        ra.slee.awaitNoActivity();
    }

    @Test
    void aPhoneOnTcpRegistersAndIsCalledOnItsConnection() throws Exception {
        try (TcpLine line = new TcpLine(ra.tcpPort)) {
            // The Contact is where nobody listens, as behind NAT.
            Flow flow = registered(line, "TCP", "10.255.255.1:5060");
            assertThat(flow).isEqualTo(new Flow("tcp", "127.0.0.1", line.socket.getLocalPort()));
            callOn(line, flow, "<sip:1001@10.255.255.1:5060;transport=tcp>");
        }
    }

    @Test
    void aBrowserRegistersAndIsCalledOnItsWebSocket() throws Exception {
        try (WsLine line = new WsLine(ra.wsPort)) {
            Flow flow = registered(line, "WS", "df7jal23ls0d.invalid");
            assertThat(flow.transport()).isEqualTo("ws");
            callOn(line, flow, "<sip:1001@df7jal23ls0d.invalid;transport=ws>");
        }
    }

    /** TLS ended at a proxy: the page knows nothing of that. */
    @Test
    void aBrowserThatThinksOfTlsIsCalledOnItsWebSocket() throws Exception {
        try (WsLine line = new WsLine(ra.wsPort)) {
            Flow flow = registered(line, "WSS", "df7jal23ls0d.invalid");
            assertThat(flow.isWebSocket()).isTrue();
            callOn(line, flow, "<sip:1001@df7jal23ls0d.invalid;transport=ws>");
        }
    }

    @Test
    void aCallerOnTcpBehindNatGetsOurByeOnItsConnection() throws Exception {
        try (TcpLine line = new TcpLine(ra.tcpPort)) {
            String invite = register("TCP", "10.255.255.1:5060")
                    .replace("REGISTER", "INVITE")
                    .replace("Expires: 60\r\n", "");
            line.send(invite);
            RequestEvent event = (RequestEvent)
                    ra.slee.next("javax.sip.message.Request.INVITE").event();
            DialogActivity dialog = (DialogActivity) ra.provider().getNewDialog(event.getServerTransaction());
            Response ok = ra.provider().getMessageFactory().createResponse(200, event.getRequest());
            event.getServerTransaction().sendResponse(ok);
            assertThat(line.receive().status()).isEqualTo(100);
            Message answered = line.receive();
            assertThat(answered.status()).isEqualTo(200);
            line.send("ACK " + answered.contactUri()
                    + " SIP/2.0\r\nVia: SIP/2.0/TCP 10.255.255.1:5060;branch=z9hG4bKk\r\n"
                    + "Max-Forwards: 70\r\nFrom: " + answered.header("From") + "\r\nTo: " + answered.header("To")
                    + "\r\nCall-ID: " + answered.header("Call-ID") + "\r\nCSeq: 1 ACK\r\nContent-Length: 0\r\n\r\n");
            ra.slee.next("javax.sip.Dialog.ACK");
            dialog.sendRequest(dialog.createRequest(Request.BYE));
            Message bye = line.receive();
            assertThat(bye.method()).isEqualTo("BYE");
            line.send(answer(bye, 200, "<sip:1001@10.255.255.1:5060;transport=tcp>"));
            ra.slee.next("javax.sip.message.Response.SUCCESS");
            ra.slee.awaitNoActivity();
        }
    }

    @Test
    void compactHeadersOnTcpAreUnderstood() throws Exception {
        try (TcpLine line = new TcpLine(ra.tcpPort)) {
            line.send("OPTIONS sip:127.0.0.1 SIP/2.0\r\nv: SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bKo\r\n"
                    + "Max-Forwards: 70\r\nf: <sip:a@127.0.0.1>;tag=f\r\nt: <sip:b@127.0.0.1>\r\ni: compact\r\n"
                    + "CSeq: 1 OPTIONS\r\nl: 0\r\n\r\n");
            ra.slee.unhandled(ra.slee.next("javax.sip.message.Request.OPTIONS"));
            Message ok = line.receive();
            assertThat(ok.status()).isEqualTo(200);
            assertThat(ok.header("Allow")).isNotNull();
        }
    }

    /** Peers such as SIPp and firewalls drop what comes from another port than they send to. */
    @Test
    void ourRequestsByUdpLeaveFromThePortWeListenOn() throws Exception {
        try (Peer phone = new Peer(ra.udpPort)) {
            DialogActivity dialog = ra.provider()
                    .getNewDialog(
                            ra.provider().getAddressFactory().createAddress("sip:hotline@127.0.0.1"),
                            ra.provider().getAddressFactory().createAddress("sip:1001@127.0.0.1:" + phone.port()));
            dialog.sendRequest(dialog.createRequest(Request.INVITE));
            phone.send(phone.response(200, fromOurPort(phone, "INVITE")));
            ResponseEvent success = (ResponseEvent)
                    ra.slee.next("javax.sip.message.Response.SUCCESS").event();
            CSeqHeader cseq = (CSeqHeader) success.getResponse().getHeader(CSeqHeader.NAME);
            dialog.sendAck(dialog.createAck(cseq.getSeqNumber()));
            fromOurPort(phone, "ACK");
            dialog.sendRequest(dialog.createRequest(Request.BYE));
            phone.send(phone.response(200, fromOurPort(phone, "BYE")));
            ra.slee.next("javax.sip.message.Response.SUCCESS");
            ra.slee.awaitNoActivity();
        }
    }

    private Message fromOurPort(Peer phone, String method) throws IOException {
        Message request = phone.expect(method);
        assertThat(phone.lastSourcePort).as("the port of %s", method).isEqualTo(ra.udpPort);
        return request;
    }

    @Test
    void anRaOnAllAddressesTellsPeersTheAdvertisedOne() throws Exception {
        try (RaUnderTest everywhere = new RaUnderTest("address", "0.0.0.0", "advertisedAddress", "127.0.0.2");
                Peer caller = new Peer(everywhere.udpPort)) {
            AnsweringRa.answerAll(everywhere);
            caller.send(caller.invite("a"));
            Message ok = caller.expect(200, "INVITE");
            assertThat(ok.contactUri()).isEqualTo("sip:hotline@127.0.0.2:" + everywhere.udpPort);
            caller.send(caller.request("ACK", ok.contactUri(), ok.header("To"), 1, "k"));
            DialogActivity answered = everywhere.slee.activities.values().stream()
                    .filter(DialogActivity.class::isInstance)
                    .map(DialogActivity.class::cast)
                    .findFirst()
                    .orElseThrow();
            answered.sendRequest(answered.createRequest(Request.UPDATE));
            Message update = caller.expect("UPDATE");
            assertThat(update.contactUri()).isEqualTo("sip:127.0.0.2:" + everywhere.udpPort);
            assertThat(update.header("Via")).startsWith("SIP/2.0/UDP 127.0.0.2:" + everywhere.udpPort);
        }
    }
}
