package io.zongji.media.sdp;

import java.util.List;

/** Whether phones are spoken with in plain or in secure RTP, where both are possible. Browsers always are in secure. */
public enum SrtpPolicy {
    /** Keys in descriptions are not understood. */
    OFF(Security.NONE, List.of(Security.NONE, Security.OPTIONAL_KEYS, Security.HANDSHAKE)),
    /** A phone that wants it gets it; what leaves the choice to us is plain. */
    ALLOWED(Security.NONE, List.of(Security.NONE, Security.OPTIONAL_KEYS, Security.KEYS, Security.HANDSHAKE)),
    /** Secure whenever the other side can; our offers hold keys and may be answered without. */
    PREFERRED(
            Security.OPTIONAL_KEYS, List.of(Security.HANDSHAKE, Security.KEYS, Security.OPTIONAL_KEYS, Security.NONE)),
    /** Plain RTP is refused. */
    REQUIRED(Security.KEYS, List.of(Security.HANDSHAKE, Security.KEYS, Security.OPTIONAL_KEYS));

    private final Security offered;
    private final List<Security> order;

    SrtpPolicy(Security offered, List<Security> order) {
        this.offered = offered;
        this.order = order;
    }

    /** What is taken, best first. */
    List<Security> order() {
        return order;
    }

    boolean wantsKeys() {
        return this == PREFERRED || this == REQUIRED;
    }

    /** What our own offers to phones are. */
    Security offered() {
        return offered;
    }
}
