package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Array;

/**
 * A CMP field of a profile specification.
 *
 * @param name first letter in lower case
 * @param unique no two profiles of a table may have the same value
 */
public record ProfileAttribute(String name, Class<?> type, boolean unique) {
    public ProfileAttribute {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    /** The value of a profile that nobody has initialised. */
    Object unset() {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Arrays are handed in and out as copies, so that nobody changes a snapshot from outside. */
    Object copy(Object value) {
        if (value == null || !type.isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(type.getComponentType(), length);
        System.arraycopy(value, 0, copy, 0, length);
        return copy;
    }
}
