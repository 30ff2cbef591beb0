package io.zongji.domain.phone;

import java.util.Objects;
import java.util.regex.Pattern;

/** The digits by which an agent shows at a phone who it is. Checks itself, and never tells them in a text. */
public record Pin(String digits) {

    /** More digits than this are none. */
    public static final int LONGEST = 10;

    private static final Pattern FORM = Pattern.compile("[0-9]{4," + LONGEST + "}");

    public Pin {
        if (!isPin(Objects.requireNonNull(digits, "digits"))) {
            throw new IllegalArgumentException("pin: 4 to 10 digits");
        }
    }

    /** Whether the text could be one. */
    public static boolean isPin(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "Pin";
    }
}
