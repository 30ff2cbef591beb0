package io.zongji.domain;

import java.io.Serializable;

/**
 * One call from its first INVITE to its last BYE. New ones come from {@link CallIdGenerator} and sort by time.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record CallId(String value) implements Comparable<CallId>, Serializable {
    public CallId {
        Identifiers.check("call", value);
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
