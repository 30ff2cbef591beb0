package io.zongji.web.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How old something must be, as people write it: {@code 90s}, {@code 15m}, {@code 2h}, {@code 1d}, or ISO 8601. */
public final class Age {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd])");

    /** Older than any server, and still a number of milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Age() {}

    /**
     * @throws IllegalArgumentException if nobody would read it as an age; the message says how to write one
     */
    public static Duration parse(String text) {
        Duration age = read(text.strip());
        if (age == null || age.isNegative() || age.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Not an age: '" + text + "'; write 90s, 15m, 2h, 1d or PT1H30M");
        }
        return age;
    }

    private static Duration read(String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return iso(text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
