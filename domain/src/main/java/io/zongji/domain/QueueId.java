package io.zongji.domain;

import java.io.Serializable;

/**
 * A queue, which is what a skill group is to its callers.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record QueueId(String value) implements Comparable<QueueId>, Serializable {
    public QueueId {
        Identifiers.check("queue", value);
    }

    @Override
    public int compareTo(QueueId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
