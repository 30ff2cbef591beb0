package io.zongji.web.audit;

import io.zongji.store.audit.AuditAction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads a filter as it stands in an address, for the page and for the file alike. What cannot be read wants all. */
final class AuditQuestion {
    private AuditQuestion() {}

    static AuditFilter read(String login, String action, String about, String from, String to, ZoneId zone) {
        return new AuditFilter(
                blankAsNull(login), action(action), blankAsNull(about), startOf(from, 0, zone), startOf(to, 1, zone));
    }

    private static AuditAction action(String name) {
        for (AuditAction one : AuditAction.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }

    private static Instant startOf(String day, int plus, ZoneId zone) {
        try {
            return blankAsNull(day) == null
                    ? null
                    : LocalDate.parse(day).plusDays(plus).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String blankAsNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
