package io.zongji.media.sdp;

import java.util.List;

/** Whether phones are spoken with in plain or in secure RTP, where both are possible. */
public enum SrtpPolicy {
    /** Keys in descriptions are not understood. */
    OFF(List.of(Security.NONE, Security.OPTIONAL_KEYS)),
    /** A phone that wants it gets it; what leaves the choice to us is plain. */
    ALLOWED(List.of(Security.NONE, Security.OPTIONAL_KEYS, Security.KEYS)),
    /** Secure whenever the other side can; our offers hold keys and may be answered without. */
    PREFERRED(List.of(Security.KEYS, Security.OPTIONAL_KEYS, Security.NONE)),
    /** Plain RTP is refused. */
    REQUIRED(List.of(Security.KEYS, Security.OPTIONAL_KEYS));

    private final List<Security> order;

    /** What one media line offers. */
    enum Security {
        NONE,
        /** Plain RTP with keys beside it: whoever answers with keys gets secure RTP. */
        OPTIONAL_KEYS,
        KEYS
    }

    SrtpPolicy(List<Security> order) {
        this.order = order;
    }

    /** What is taken, best first. */
    List<Security> order() {
        return order;
    }

    boolean wantsKeys() {
        return this == PREFERRED || this == REQUIRED;
    }

    /** What our own offers are. */
    Security offers() {
        return switch (this) {
            case OFF, ALLOWED -> Security.NONE;
            case PREFERRED -> Security.OPTIONAL_KEYS;
            case REQUIRED -> Security.KEYS;
        };
    }
}
