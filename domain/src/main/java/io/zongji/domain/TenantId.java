package io.zongji.domain;

import java.io.Serializable;

/**
 * An enterprise in this installation; most installations have only {@link #DEFAULT}.
 *
 * @param value 1 to 64 letters, digits, and {@code . _ : + -}
 */
public record TenantId(String value) implements Comparable<TenantId>, Serializable {
    /** The tenant of an installation that has one enterprise. */
    public static final TenantId DEFAULT = new TenantId("default");

    public TenantId {
        Identifiers.check("tenant", value);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    /** The bare value, so that logs and JSON keys read well. */
    @Override
    public String toString() {
        return value;
    }
}
