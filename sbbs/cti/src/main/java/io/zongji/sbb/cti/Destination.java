package io.zongji.sbb.cti;

import io.zongji.ra.sip.Flow;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where an outgoing leg goes.
 *
 * @param uri        the phone's SIP URI, for example a registered contact
 * @param flow       the connection the phone registered over ({@link Flow} as text), which reaches it
 *                   behind NAT and over TCP or WebSocket; null to go where the URI says
 * @param callerUser the caller's number as the phone shall show it
 * @param callerName the caller's name; may be null
 * @param extension  whose registered phone it is; null when it is none
 * @param auto       the phone shall answer by itself, as far as it can; its user hears a tone then
 */
public record Destination(String uri, String flow, String callerUser, String callerName, String extension, boolean auto)
        implements Serializable {
    public Destination {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(callerUser, "callerUser");
    }

    /** Where the URI says. */
    public Destination(String uri, String callerUser) {
        this(uri, null, callerUser, null, null, false);
    }

    /** The same phone, which shall answer by itself. */
    public Destination answeringItself() {
        return new Destination(uri, flow, callerUser, callerName, extension, true);
    }

    /** Whether a browser answers there: phones do not register over WebSocket (RFC 7118). */
    public boolean isBrowser() {
        return flow != null && Flow.parse(flow).isWebSocket();
    }
}
