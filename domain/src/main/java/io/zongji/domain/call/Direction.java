package io.zongji.domain.call;

import java.util.Locale;

/** Where a call comes from and goes to, as seen from the enterprise. */
public enum Direction {
    INBOUND,
    OUTBOUND,
    INTERNAL;

    /** The name in journals. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction of that name; anything unknown is inbound. */
    public static Direction fromCode(String code) {
        for (Direction direction : values()) {
            if (direction.code().equals(code)) {
                return direction;
            }
        }
        return INBOUND;
    }
}
