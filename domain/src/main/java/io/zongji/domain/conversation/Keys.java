package io.zongji.domain.conversation;

import java.util.regex.Pattern;

/** Keys of a phone that {@link Service#SEND_DIGITS} presses. */
public final class Keys {
    private static final Pattern RIGHT = Pattern.compile("[0-9*#A-D]{1,32}");

    private Keys() {}

    /**
     * Checks what somebody wants to have pressed.
     *
     * @param field where it came in, for the message
     * @return the same keys
     * @throws IllegalArgumentException if there are none, too many, or others than a phone has; the message begins with the field
     */
    public static String check(String field, String keys) {
        if (!RIGHT.matcher(keys).matches()) {
            throw new IllegalArgumentException(field + ": 1 to 32 of 0-9, *, # and A-D are right, was '" + keys + "'");
        }
        return keys;
    }
}
