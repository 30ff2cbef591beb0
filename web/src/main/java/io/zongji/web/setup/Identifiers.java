package io.zongji.web.setup;

import java.util.regex.Pattern;

/** What names in addresses, tables and flows may look like. */
final class Identifiers {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** Whether mail arrives nobody can tell from an address; this keeps out what was typed into the wrong field. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>.]+(\\.[^@\\s,;<>.]+)*");

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{2,30}");
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 8;

    private Identifiers() {}

    static boolean valid(String text) {
        return text != null && IDENTIFIER.matcher(text).matches();
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Whether the text looks like an e-mail address. */
    static boolean email(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    /** Whether the text is a telephone number as people write it. */
    static boolean telephone(String text) {
        return TELEPHONE.matcher(text).matches();
    }

    /** Long enough to be a password. */
    static boolean password(String text) {
        return text.length() >= SHORTEST_PASSWORD;
    }
}
