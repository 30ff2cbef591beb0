package io.zongji.domain;

import java.util.Objects;

/** What every identifier keeps to: short, printable, and safe in file names, URLs and JSON. */
final class Identifiers {
    private static final int LONGEST = 64;

    private Identifiers() {}

    static void check(String kind, String value) {
        Objects.requireNonNull(value, kind);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    kind + " id: 1 to " + LONGEST + " characters needed, was \"" + value + "\"");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!allowed(value.charAt(i))) {
                throw new IllegalArgumentException(
                        kind + " id: character " + (i + 1) + " of \"" + value + "\" is not allowed");
            }
        }
    }

    private static boolean allowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._:+-".indexOf(c) >= 0;
    }
}
