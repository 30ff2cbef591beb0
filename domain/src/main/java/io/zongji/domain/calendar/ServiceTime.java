package io.zongji.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When people serve. Periods are half-open and in local time; a period belongs to the day on which it starts, so a night
 * shift runs on into a holiday and none starts on it.
 *
 * @param mode        {@code OFF} is always open; {@code STANDARD} has the same periods each working day; {@code CUSTOM}
 *                    has its own for each
 * @param zone        the time zone; null for the installation's
 * @param week        the periods of each week day; a day without is closed
 * @param holidays    days on which no period starts
 * @param substitutes days that work like another week day (调休); stronger than a holiday
 */
public record ServiceTime(
        Mode mode,
        ZoneId zone,
        Map<DayOfWeek, List<Period>> week,
        Set<LocalDate> holidays,
        Map<LocalDate, DayOfWeek> substitutes) {

    /** 09:00-17:00. */
    public static final Period OFFICE_HOURS = new Period(LocalTime.of(9, 0), LocalTime.of(17, 0));

    /** How the hours are given. */
    public enum Mode {
        OFF,
        STANDARD,
        CUSTOM
    }

    public ServiceTime {
        Objects.requireNonNull(mode, "mode");
        EnumMap<DayOfWeek, List<Period>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, periods) -> days.put(day, List.copyOf(periods)));
        week = Collections.unmodifiableMap(days);
        holidays = Set.copyOf(holidays);
        substitutes = Map.copyOf(substitutes);
    }

    /** No hours are kept: always open. */
    public static ServiceTime off() {
        return new ServiceTime(Mode.OFF, null, Map.of(), Set.of(), Map.of());
    }

    /** The default: every day 09:00-17:00. */
    public static ServiceTime standard(ZoneId zone) {
        return standard(zone, Set.of(DayOfWeek.values()), List.of(OFFICE_HOURS));
    }

    /** The same periods on each of the days: one for the whole day, two for morning and afternoon. */
    public static ServiceTime standard(ZoneId zone, Set<DayOfWeek> days, List<Period> periods) {
        EnumMap<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, periods));
        return new ServiceTime(Mode.STANDARD, zone, week, Set.of(), Map.of());
    }

    /** Each week day's own periods. */
    public static ServiceTime custom(ZoneId zone, Map<DayOfWeek, List<Period>> week) {
        return new ServiceTime(Mode.CUSTOM, zone, week, Set.of(), Map.of());
    }

    public ServiceTime withHolidays(Set<LocalDate> days) {
        return new ServiceTime(mode, zone, week, days, substitutes);
    }

    public ServiceTime withSubstitutes(Map<LocalDate, DayOfWeek> days) {
        return new ServiceTime(mode, zone, week, holidays, days);
    }

    /**
     * Whether people serve at that moment.
     *
     * @param installationZone used when these hours name no zone
     */
    public boolean openAt(Instant now, ZoneId installationZone) {
        if (mode == Mode.OFF) {
            return true;
        }
        ZonedDateTime local = now.atZone(zone == null ? installationZone : zone);
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return periodsStartingOn(today).stream().anyMatch(period -> period.coversOnStartDay(time))
                || periodsStartingOn(today.minusDays(1)).stream().anyMatch(period -> period.coversOnNextDay(time));
    }

    private List<Period> periodsStartingOn(LocalDate date) {
        DayOfWeek like = substitutes.get(date);
        if (like == null && holidays.contains(date)) {
            return List.of();
        }
        return week.getOrDefault(like == null ? date.getDayOfWeek() : like, List.of());
    }
}
