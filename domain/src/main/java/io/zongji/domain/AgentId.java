package io.zongji.domain;

import java.io.Serializable;

/**
 * An agent (坐席), whatever the job number or the extension at the time.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record AgentId(String value) implements Comparable<AgentId>, Serializable {
    public AgentId {
        Identifiers.check("agent", value);
    }

    @Override
    public int compareTo(AgentId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
