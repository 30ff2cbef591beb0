package io.zongji.ra.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.HopImpl;
import java.util.Locale;
import javax.sip.address.Hop;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

/**
 * Where a request really came from: transport, address and port of the packet or connection, not what the
 * peer says of itself. Requests pinned to the flow of a phone's registration reach it behind NAT and over
 * the TCP or WebSocket connection that it opened (the idea of RFC 5626). Immutable.
 *
 * @param transport {@code udp}, {@code tcp} or {@code ws}
 * @param host numeric address
 * @param port 1 to 65535
 */
public record Flow(String transport, String host, int port) {

    public Flow {
        if (transport.isEmpty() || host.isEmpty() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("no flow: " + transport + ":" + host + ":" + port);
        }
        transport = transport.toLowerCase(Locale.ROOT);
    }

    /** The flow that a received request came on. */
    public static Flow of(Request received) {
        SIPMessage message = (SIPMessage) received;
        ViaHeader via = (ViaHeader) received.getHeader(ViaHeader.NAME);
        if (message.getRemoteAddress() != null && message.getRemotePort() > 0) {
            return new Flow(transport(via), message.getRemoteAddress().getHostAddress(), message.getRemotePort());
        }
        String host = via.getReceived() != null ? via.getReceived() : via.getHost();
        int port = via.getRPort() > 0 ? via.getRPort() : via.getPort();
        return new Flow(transport(via), host, port > 0 ? port : 5060);
    }

    /** A page that opened its WebSocket by TLS says so, but TLS ends before us. */
    private static String transport(ViaHeader via) {
        return via.getTransport().equalsIgnoreCase("wss") ? "ws" : via.getTransport();
    }

    /** The inverse of {@link #toString()}. */
    public static Flow parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 1 || last <= first) {
            throw new IllegalArgumentException("no flow: " + text);
        }
        return new Flow(
                text.substring(0, first), text.substring(first + 1, last), Integer.parseInt(text.substring(last + 1)));
    }

    /** Whether a page is at the other end: phones do not come over WebSocket (RFC 7118). */
    public boolean isWebSocket() {
        return transport.equals("ws");
    }

    /** Makes {@code outgoing}, and what follows in the dialog that it starts, go to this flow. */
    public void pin(Request outgoing) {
        ((SIPMessage) outgoing).setApplicationData(this);
    }

    static Flow pinnedTo(Request request) {
        return ((SIPMessage) request).getApplicationData() instanceof Flow flow ? flow : null;
    }

    Hop hop() {
        String literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return new HopImpl(literal, port, transport);
    }

    @Override
    public String toString() {
        return transport + ":" + host + ":" + port;
    }
}
