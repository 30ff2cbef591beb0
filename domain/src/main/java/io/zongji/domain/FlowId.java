package io.zongji.domain;

import java.io.Serializable;

/**
 * An IVR flow, whatever its version.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record FlowId(String value) implements Comparable<FlowId>, Serializable {
    public FlowId {
        Identifiers.check("flow", value);
    }

    @Override
    public int compareTo(FlowId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
