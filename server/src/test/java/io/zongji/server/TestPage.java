package io.zongji.server;

import io.zongji.domain.phone.PhoneToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's phone as the server sees it: SIP over a WebSocket, descriptions as a browser writes them, but no media. */
final class TestPage implements AutoCloseable, WebSocket.Listener {

    private static final String HOST = "test.invalid";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final Deque<String> kept = new ArrayDeque<>();
    private final StringBuilder part = new StringBuilder();
    private final String extension;
    private final String user;
    private final String ha1;
    private final String instance;
    private final String callId = UUID.randomUUID().toString();
    private final WebSocket socket;
    private int sequence;
    private String answered;

    /** A page that has a token. */
    TestPage(URI server, PhoneToken token) {
        this(
                server,
                token.extension(),
                token.user(),
                token.secret(),
                UUID.randomUUID().toString());
    }

    /** @param ha1 what the user proves to know */
    TestPage(URI server, String extension, String user, String ha1, String instance) {
        this.extension = extension;
        this.user = user;
        this.ha1 = ha1;
        this.instance = instance;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("sip")
                .buildAsync(server, this)
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

    String instance() {
        return instance;
    }

    /** Registers and proves to know the secret; the status of the answer. */
    int register() {
        return authenticated("REGISTER", "sip:127.0.0.1", extension, callId, "Expires: 60\r\n", "");
    }

    /** Takes its registration back, but keeps its line; the status of the answer. */
    int unregister() {
        return authenticated("REGISTER", "sip:127.0.0.1", extension, callId, "Expires: 0\r\n", "");
    }

    /** Dials; the status of the final answer. */
    int invite(String number) {
        return authenticated(
                "INVITE",
                "sip:" + number + "@127.0.0.1",
                number,
                UUID.randomUUID().toString(),
                "Content-Type: application/sdp\r\n",
                sdp("actpass"));
    }

    private int authenticated(String method, String uri, String to, String id, String headers, String body) {
        send(request(method, uri, to, id, headers, body));
        String challenge = next("SIP/2.0 4");
        if (method.equals("INVITE")) {
            send(request("ACK", uri, to, id, "", "").replace("CSeq: " + sequence, "CSeq: " + --sequence));
        }
        String nonce = find(challenge, "nonce=\"([^\"]*)\"");
        String realm = find(challenge, "realm=\"([^\"]*)\"");
        String ha2 = md5(method + ":" + uri);
        String response = md5(ha1 + ":" + nonce + ":00000001:c:auth:" + ha2);
        String authorization = "Authorization: Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\""
                + nonce + "\", uri=\"" + uri + "\", response=\"" + response
                + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\r\n";
        send(request(method, uri, to, id, authorization + headers, body));
        String answer = next("SIP/2.0 [2-6]");
        answered = answer;
        return Integer.parseInt(answer.substring(8, 11));
    }

    private String request(String method, String uri, String to, String id, String headers, String body) {
        sequence++;
        return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/WS " + HOST + ";branch=z9hG4bK" + UUID.randomUUID()
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:" + extension + "@127.0.0.1>;tag=f\r\nTo: <sip:" + to
                + "@127.0.0.1>\r\nCall-ID: " + id + "\r\nCSeq: " + sequence + " " + method + "\r\nContact: <sip:page@"
                + HOST + ";transport=ws>;+sip.instance=\"<urn:uuid:" + instance + ">\"\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The next INVITE. */
    String awaitInvite() {
        return next("INVITE ");
    }

    /** Whether an INVITE has come; waits for a moment in which one would. */
    boolean isCalledWithin(long millis) {
        return poll("INVITE ", millis) != null;
    }

    void ring(String invite) {
        send(answer(invite, "180 Ringing", ""));
    }

    /** Answers an INVITE, and waits for the ACK. */
    void accept(String invite) {
        send(answer(invite, "200 OK", sdp("active")));
        next("ACK ");
    }

    void refuse(String invite, String status) {
        send(answer(invite, status, ""));
        next("ACK ");
    }

    /** Waits for the other side's BYE. */
    void awaitBye() {
        send(answer(next("BYE "), "200 OK", ""));
    }

    /** Waits until the other side takes its INVITE back. */
    void awaitCancel() {
        next("CANCEL ");
    }

    /** Acknowledges the answer to our own INVITE. */
    void acknowledge() {
        String contact = find(answered, "Contact: *<([^>]*)>");
        send("ACK " + contact + " SIP/2.0\r\nVia: SIP/2.0/WS " + HOST + ";branch=z9hG4bK" + UUID.randomUUID()
                + "\r\nMax-Forwards: 70\r\nFrom: " + header(answered, "From") + "\r\nTo: " + header(answered, "To")
                + "\r\nCall-ID: " + header(answered, "Call-ID") + "\r\nCSeq: "
                + header(answered, "CSeq").replace("INVITE", "ACK") + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** Ends the call of that INVITE. */
    void hangUp(String invite) {
        String from = header(invite, "From");
        String to = header(invite, "To") + ";tag=page";
        String contact = find(invite, "Contact: *<([^>]*)>");
        sequence++;
        send("BYE " + contact + " SIP/2.0\r\nVia: SIP/2.0/WS " + HOST + ";branch=z9hG4bK" + UUID.randomUUID()
                + "\r\nMax-Forwards: 70\r\nFrom: " + to + "\r\nTo: " + from + "\r\nCall-ID: "
                + header(invite, "Call-ID") + "\r\nCSeq: " + sequence + " BYE\r\nContent-Length: 0\r\n\r\n");
        next("SIP/2.0 200");
    }

    private static String answer(String request, String status, String body) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        Matcher vias = Pattern.compile("(?m)^Via: .*$").matcher(request);
        while (vias.find()) {
            text.append(vias.group().trim()).append("\r\n");
        }
        String to = header(request, "To");
        text.append("From: ").append(header(request, "From")).append("\r\nTo: ").append(to);
        text.append(to.contains(";tag=") ? "" : ";tag=page").append("\r\nCall-ID: ");
        text.append(header(request, "Call-ID")).append("\r\nCSeq: ").append(header(request, "CSeq"));
        text.append("\r\nContact: <sip:page@" + HOST + ";transport=ws>\r\n");
        text.append(body.isEmpty() ? "" : "Content-Type: application/sdp\r\n");
        return text.append("Content-Length: " + body.length() + "\r\n\r\n" + body)
                .toString();
    }

    static String header(String message, String name) {
        return find(message, "(?m)^" + name + ": *(.*?)\\s*$");
    }

    private static String sdp(String setup) {
        String random = UUID.randomUUID().toString().replace("-", "");
        return "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
                + "m=audio 9 UDP/TLS/RTP/SAVPF 8 101\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:" + random.substring(0, 8)
                + "\r\na=ice-pwd:" + random + "\r\na=fingerprint:sha-256 " + "AB:".repeat(31)
                + random.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "\r\na=setup:" + setup
                + "\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\na=rtpmap:8 PCMA/8000\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\n";
    }

    private void send(String message) {
        socket.sendText(message, true).join();
    }

    private String next(String beginning) {
        String found = poll(beginning, 10_000);
        if (found == null) {
            throw new AssertionError(extension + " waited in vain for " + beginning + "; has " + kept);
        }
        return found;
    }

    /** What begins so, in the order of arrival; the rest is kept. Null if nothing comes. */
    private String poll(String beginning, long millis) {
        Pattern wanted = Pattern.compile("^" + beginning);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (String message : kept) {
            if (wanted.matcher(message).find()) {
                kept.remove(message);
                return message;
            }
        }
        try {
            while (true) {
                String message = received.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (message == null || wanted.matcher(message).find()) {
                    return message;
                }
                kept.add(message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has MD5", e);
        }
    }

    /** The page is gone from one moment to the next. */
    @Override
    public void close() {
        socket.abort();
    }
}
