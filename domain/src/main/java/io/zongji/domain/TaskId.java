package io.zongji.domain;

import java.io.Serializable;

/**
 * Something that waits for an agent; a call that waits twice is two tasks.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record TaskId(String value) implements Comparable<TaskId>, Serializable {
    public TaskId {
        Identifiers.check("task", value);
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
