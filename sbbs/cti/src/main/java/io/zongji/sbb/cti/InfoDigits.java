package io.zongji.sbb.cti;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;

/**
 * The digits that phones tell by INFO in the ways of before RFC 6086: {@code application/dtmf-relay} has a line
 * {@code Signal=5}, {@code application/dtmf} the digit alone. Some write 10 and 11 for star and hash, 12 to 15 for A to D.
 */
final class InfoDigits {
    private static final Pattern RELAYED =
            Pattern.compile("^\\s*Signal\\s*=\\s*(\\S+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final String KEYS = "0123456789*#ABCD";

    private InfoDigits() {}

    /**
     * What was pressed.
     *
     * @return no text if the request is of a kind that we do not know; an empty one if it tells nothing that is a digit, as
     *     a flash does, or has no body at all, as when a phone only asks whether we are there
     */
    static Optional<String> of(Request request) {
        byte[] body = request.getRawContent();
        if (body == null || body.length == 0) {
            return Optional.of("");
        }
        ContentTypeHeader type = (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME);
        if (type == null || !"application".equalsIgnoreCase(type.getContentType())) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return switch (type.getContentSubType().toLowerCase(Locale.ROOT)) {
            case "dtmf-relay" -> Optional.of(relayed(text));
            case "dtmf" -> Optional.of(text.contains("=") ? relayed(text) : key(text.strip()));
            default -> Optional.empty();
        };
    }

    private static String relayed(String text) {
        Matcher signal = RELAYED.matcher(text);
        return signal.find() ? key(signal.group(1)) : "";
    }

    private static String key(String signal) {
        if (signal.matches("[0-9]{1,2}")) {
            int code = Integer.parseInt(signal);
            return code < KEYS.length() ? String.valueOf(KEYS.charAt(code)) : "";
        }
        String upper = signal.toUpperCase(Locale.ROOT);
        return upper.length() == 1 && KEYS.contains(upper) ? upper : "";
    }
}
