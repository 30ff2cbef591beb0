package io.zongji.domain.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * A part of a day, half-open: {@code from} is in, {@code to} is out. A period whose end is not after its start runs over
 * midnight into the next day; equal ends make the full 24 hours from {@code from}.
 */
public record Period(LocalTime from, LocalTime to) {
    /** From midnight to midnight. */
    public static final Period ALL_DAY = new Period(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Period {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Reads {@code 09:00-17:00}; {@code 24:00} is understood as an end.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public static Period parse(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a period reads 09:00-17:00, was \"" + text + "\"");
        }
        try {
            String end = ends[1].trim();
            return new Period(
                    LocalTime.parse(ends[0].trim()), "24:00".equals(end) ? LocalTime.MIDNIGHT : LocalTime.parse(end));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a period reads 09:00-17:00, was \"" + text + "\"", e);
        }
    }

    /** Whether the period ends on the day after it starts. */
    public boolean overMidnight() {
        return !to.isAfter(from);
    }

    /** Whether the time is in the part of this period on the day it starts. */
    boolean coversOnStartDay(LocalTime time) {
        return !time.isBefore(from) && (overMidnight() || time.isBefore(to));
    }

    /** Whether the time is in the part of this period on the day after it started. */
    boolean coversOnNextDay(LocalTime time) {
        return overMidnight() && time.isBefore(to);
    }

    /** As {@link #parse(String)} reads it. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
