package io.zongji.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A carrier's registrar over a plain UDP socket, which asks for credentials, grants a time, or refuses. */
final class CarrierRegistrar implements AutoCloseable {

    private final DatagramSocket socket;
    private final String password;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private volatile int grants;
    private volatile int refuses;
    private volatile int least;
    private volatile int nonces;

    CarrierRegistrar(String address, String password, int grants) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getByName(address));
        this.password = password;
        this.grants = grants;
        Thread thread = new Thread(this::serve, "carrier-registrar");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** Refuses with this status from now on; 0 to take again. */
    void refuse(int status) {
        refuses = status;
    }

    /** Wants to be asked for so many seconds at least. */
    void wantAtLeast(int seconds) {
        least = seconds;
        grants = seconds;
    }

    /** Takes no nonce that it has given so far. */
    void forgetNonces() {
        nonces++;
    }

    /** All REGISTER that came, and were not refused for want of credentials. */
    List<String> taken() {
        return requests.stream().filter(this::isKnown).toList();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Responses that came to what this carrier has sent. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    /** Where we are to be called: the contact of the last REGISTER that was taken. */
    String contact() {
        List<String> taken = taken();
        Matcher contact = Pattern.compile("<(.*)>").matcher(header(taken.get(taken.size() - 1), "Contact"));
        return contact.find() ? contact.group(1) : "";
    }

    void send(String message) throws IOException {
        Matcher there = Pattern.compile("@([^:;]+):(\\d+)").matcher(contact());
        if (!there.find()) {
            throw new IllegalStateException("no contact to send to");
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(
                bytes, bytes.length, InetAddress.getByName(there.group(1)), Integer.parseInt(there.group(2))));
    }

    private void serve() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                String answer = answerTo(message);
                if (answer != null) {
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String answerTo(String message) {
        if (message.startsWith("SIP/2.0 ")) {
            answers.add(message);
            return null;
        } else if (!message.startsWith("REGISTER ")) {
            return response(message, "200 OK");
        }
        requests.add(message);
        if (refuses != 0) {
            return response(message, refuses + " Not you");
        } else if (!isKnown(message)) {
            return response(
                    message,
                    "401 Who are you",
                    "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n" + nonces + "\", algorithm=MD5"
                            + (header(message, "Authorization").isEmpty() ? "" : ", stale=true"));
        }
        int wished = Integer.parseInt(header(message, "Expires"));
        if (wished != 0 && wished < least) {
            return response(message, "423 Too brief", "Min-Expires: " + least);
        }
        String contact = header(message, "Contact");
        return wished == 0
                ? response(message, "200 OK")
                : response(message, "200 OK", "Contact: " + contact + ";expires=" + grants);
    }

    private boolean isKnown(String register) {
        String given = header(register, "Authorization");
        if (!part(given, "nonce").equals("n" + nonces)) {
            return false;
        }
        String ha1 = md5(part(given, "username") + ":carrier:" + password);
        String ha2 = md5("REGISTER:" + part(given, "uri"));
        return part(given, "response").equals(md5(ha1 + ":n" + nonces + ":" + ha2));
    }

    private static String response(String request, String status, String... more) {
        String copied = request.lines()
                .filter(line -> line.matches("(Via|From|Call-ID|CSeq):.*"))
                .collect(Collectors.joining("\r\n"));
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + "\r\n" + copied + "\r\n");
        String to = header(request, "To");
        text.append("To: ").append(to).append(to.contains(";tag=") ? "\r\n" : ";tag=c\r\n");
        for (String header : more) {
            text.append(header).append("\r\n");
        }
        return text.append("Content-Length: 0\r\n\r\n").toString();
    }

    static String header(String message, String name) {
        return message.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String part(String header, String name) {
        Matcher part = Pattern.compile(name + "=\"([^\"]*)\"").matcher(header);
        return part.find() ? part.group(1) : "";
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has MD5", e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
