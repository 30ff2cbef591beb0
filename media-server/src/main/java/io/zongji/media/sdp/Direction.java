package io.zongji.media.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way media flows, seen from the one who describes it (RFC 8866, 6.7). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }

    /** The same flow seen from the other side. */
    public Direction reversed() {
        return of(receives, sends);
    }

    public static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }

    /** The attribute's name in a description, for example {@code sendrecv}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> ofAttribute(String name) {
        for (Direction direction : values()) {
            if (direction.attribute().equals(name)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }
}
