package io.zongji.domain.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.calendar.Period;
import io.zongji.domain.calendar.ServiceTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Working hours in a flow document: {@code mode}, {@code zone}, {@code week} ({@code {"monday": ["09:00-12:00", ...]}}),
 * {@code holidays} (dates) and {@code substitutes} (date to week day).
 */
final class ServiceTimeJson {
    private ServiceTimeJson() {}

    static ServiceTime read(JsonFields fields) {
        ServiceTime.Mode mode = fields.value(
                "mode",
                fields.text("mode", "standard"),
                text -> ServiceTime.Mode.valueOf(text.toUpperCase(Locale.ROOT)));
        ZoneId zone = fields.value("zone", fields.optional("zone"), ZoneId::of);
        Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
        Map<String, JsonNode> days = fields.members("week");
        days.forEach((name, periods) -> week(name, periods, fields, week));
        Set<LocalDate> holidays = new HashSet<>();
        fields.texts("holidays").forEach(text -> {
            LocalDate date = fields.value("holidays", text, LocalDate::parse);
            if (date != null) {
                holidays.add(date);
            }
        });
        Map<LocalDate, DayOfWeek> substitutes = substitutes(fields);
        if (mode == ServiceTime.Mode.STANDARD && days.isEmpty()) {
            return ServiceTime.standard(zone).withHolidays(holidays).withSubstitutes(substitutes);
        }
        return new ServiceTime(mode == null ? ServiceTime.Mode.OFF : mode, zone, week, holidays, substitutes);
    }

    private static void week(String name, JsonNode periods, JsonFields fields, Map<DayOfWeek, List<Period>> week) {
        String field = "week." + name;
        DayOfWeek day = fields.value(field, name, ServiceTimeJson::day);
        if (!periods.isArray()) {
            fields.wrong("notAList", field, "must be a list of periods");
            return;
        }
        List<Period> read = new ArrayList<>();
        for (JsonNode text : periods) {
            Period period = fields.value(field, text.asText(), Period::parse);
            if (period != null) {
                read.add(period);
            }
        }
        if (day != null) {
            week.put(day, read);
        }
    }

    private static Map<LocalDate, DayOfWeek> substitutes(JsonFields fields) {
        Map<LocalDate, DayOfWeek> substitutes = new HashMap<>();
        fields.members("substitutes").forEach((text, like) -> {
            LocalDate date = fields.value("substitutes", text, LocalDate::parse);
            DayOfWeek day = fields.value("substitutes." + text, like.asText(), ServiceTimeJson::day);
            if (date != null && day != null) {
                substitutes.put(date, day);
            }
        });
        return substitutes;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name(day).equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("there is no week day \"" + name + "\"");
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    static void write(ServiceTime hours, ObjectNode json) {
        json.put("mode", hours.mode().name().toLowerCase(Locale.ROOT));
        if (hours.zone() != null) {
            json.put("zone", hours.zone().getId());
        }
        ObjectNode week = json.putObject("week");
        hours.week().forEach((day, periods) -> {
            ArrayNode list = week.putArray(name(day));
            periods.forEach(period -> list.add(period.toString()));
        });
        ArrayNode holidays = json.putArray("holidays");
        new TreeSet<>(hours.holidays()).forEach(date -> holidays.add(date.toString()));
        ObjectNode substitutes = json.putObject("substitutes");
        new TreeMap<>(hours.substitutes()).forEach((date, day) -> substitutes.put(date.toString(), name(day)));
    }
}
