package io.zongji.domain;

import java.io.Serializable;

/**
 * One party's part in a call; unique in the installation.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record LegId(String value) implements Comparable<LegId>, Serializable {
    public LegId {
        Identifiers.check("leg", value);
    }

    /** The id of the call's {@code number}th leg, counted from 1. */
    public static LegId of(CallId call, int number) {
        return new LegId(call.value() + "-" + number);
    }

    /** Of whose legs this is one. */
    public CallId call() {
        int end = value.lastIndexOf('-');
        return new CallId(end < 0 ? value : value.substring(0, end));
    }

    @Override
    public int compareTo(LegId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
