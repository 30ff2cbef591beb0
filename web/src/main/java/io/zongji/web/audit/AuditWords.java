package io.zongji.web.audit;

import io.zongji.web.Words;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The details of the audit log in a reader's words: fields are called as the pages of the set-up call them, and times told in
 * seconds as there. What there are no words for stays as it was written.
 */
final class AuditWords {
    /** {@code name: 'old' -> 'new'}, one after another. */
    private static final Pattern CHANGE =
            Pattern.compile("(?<=^|; )([A-Za-z.]+): '(.*?)' -> '(.*?)'(?=; |$)", Pattern.DOTALL);

    private static final Pattern SECRET = Pattern.compile("(?<=^|; )([A-Za-z.]+): (changed|removed)(?=; |$)");
    private static final Pattern DEVICE = Pattern.compile("^device (\\S+)$");
    private static final Pattern STATE = Pattern.compile("^(READY|BUSY|REST|SIGN_OUT)(?=$|: )");

    /** Kinds of rows whose pages have another name. */
    private static final Map<String, String> PAGES =
            Map.of("portalUser", "users", "dialledNumber", "numbers", "stateReason", "reasons", "apiToken", "tokens");

    private final Words words;

    AuditWords(Words words) {
        this.words = words;
    }

    /**
     * The details of a line.
     *
     * @param subject what the line is about; begins with the kind of it, for example {@code queue support}
     */
    String detail(String subject, String detail) {
        String kind = subject.replaceFirst(" .*", "");
        String page = PAGES.getOrDefault(kind, kind + "s");
        String changes = CHANGE.matcher(detail).replaceAll(change -> quoted(change(page, change)));
        String told = SECRET.matcher(changes)
                .replaceAll(change -> quoted(words.get("audit." + change.group(2), field(page, change.group(1)))));
        told = DEVICE.matcher(told).replaceAll(device -> quoted(words.get("audit.device", device.group(1))));
        return STATE.matcher(told).replaceAll(state -> quoted(words.get("team.state." + state.group(1))));
    }

    private String change(String page, MatchResult change) {
        String name = change.group(1);
        return field(page, name) + ": " + value(name, change.group(2)) + " → " + value(name, change.group(3));
    }

    private String field(String page, String name) {
        String plain = name.replaceFirst("Ms$", "");
        return Stream.of(page + "." + plain, "audit.field." + plain, "setup." + plain)
                .filter(words::has)
                .findFirst()
                .map(words::get)
                .orElse(name);
    }

    private String value(String name, String value) {
        Optional<String> seconds = name.endsWith("Ms") && value.matches("\\d{4,12}")
                ? Optional.of(Long.toString(Long.parseLong(value) / 1000))
                : Optional.empty();
        return switch (value) {
            case "" -> words.get("audit.nothing");
            case "true" -> words.get("setup.yes");
            case "false" -> words.get("setup.no");
            default -> "“" + seconds.orElse(value) + "”";
        };
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
