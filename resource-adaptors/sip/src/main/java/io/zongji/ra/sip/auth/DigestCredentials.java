package io.zongji.ra.sip.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of an Authorization value, by name in lower case, unquoted. */
record DigestCredentials(Map<String, String> parameters) {

    private static final String SCHEME = "digest ";

    /** Null when this is no digest or cannot be read. */
    static DigestCredentials parse(String value) {
        String text = value.trim();
        if (!text.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        Map<String, String> found = new HashMap<>();
        int at = SCHEME.length();
        int length = text.length();
        while (at < length) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                return text.substring(at).isBlank() ? new DigestCredentials(found) : null;
            }
            String name = text.substring(at, equals).replace(',', ' ').trim().toLowerCase(Locale.ROOT);
            int start = equals + 1;
            while (start < length && text.charAt(start) == ' ') {
                start++;
            }
            StringBuilder content = new StringBuilder();
            at = start < length && text.charAt(start) == '"'
                    ? quoted(text, start + 1, content)
                    : plain(text, start, content);
            if (at < 0 || found.putIfAbsent(name, content.toString()) != null) {
                return null;
            }
        }
        return new DigestCredentials(found);
    }

    private static int quoted(String text, int from, StringBuilder content) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
            }
            content.append(c);
        }
        return -1;
    }

    private static int plain(String text, int from, StringBuilder content) {
        int comma = text.indexOf(',', from);
        int end = comma < 0 ? text.length() : comma;
        content.append(text.substring(from, end).trim());
        return end;
    }

    String get(String name) {
        return parameters.get(name);
    }
}
