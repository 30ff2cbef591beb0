package io.zongji.web.times;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Which days of which agents are asked for.
 *
 * @param agent null for all
 * @param from  the first day
 * @param to    the last one; at most {@link #MOST_DAYS} with the first
 */
public record TimesQuestion(String agent, LocalDate from, LocalDate to) implements Serializable {
    /** Nobody looks at more at once. */
    public static final int MOST_DAYS = 31;

    /**
     * Reads it as it stands in an address. What is left out, or cannot be read, is today; days to come are not told of.
     *
     * @param today where the company is
     */
    public static TimesQuestion read(String agent, String from, String to, LocalDate today) {
        LocalDate last = earlier(day(to, from == null || from.isBlank() ? today : day(from, today)), today);
        LocalDate first = earlier(day(from, last), last);
        LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
        return new TimesQuestion(
                agent == null || agent.isBlank() ? null : agent.strip(),
                first.isBefore(earliest) ? earliest : first,
                last);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
