package io.zongji.web.records;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A line of a call's journal.
 *
 * @param leg    null when it concerns the whole call
 * @param detail a JSON object
 */
public record EventRow(int sequence, String type, Instant at, String leg, String detail) {

    static EventRow of(Object[] row) {
        return new EventRow(
                ((Number) row[0]).intValue(), (String) row[1], instant(row[2]), (String) row[3], (String) row[4]);
    }

    static Instant instant(Object moment) {
        if (moment instanceof Instant instant) {
            return instant;
        }
        return moment instanceof OffsetDateTime zoned ? zoned.toInstant() : ((java.sql.Timestamp) moment).toInstant();
    }
}
