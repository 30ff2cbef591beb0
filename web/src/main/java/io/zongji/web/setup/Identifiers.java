package io.zongji.web.setup;

import java.util.regex.Pattern;

/** What names in addresses, tables and flows may look like. */
final class Identifiers {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SHORTEST_PASSWORD = 8;

    private Identifiers() {}

    static boolean valid(String text) {
        return text != null && IDENTIFIER.matcher(text).matches();
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Long enough to be a password. */
    static boolean password(String text) {
        return text.length() >= SHORTEST_PASSWORD;
    }
}
