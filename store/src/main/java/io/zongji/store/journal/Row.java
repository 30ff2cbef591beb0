package io.zongji.store.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Fills the parameters of a statement from left to right. Text that is longer than its column is cut, never refused. */
final class Row {

    private final PreparedStatement statement;
    private int index;

    Row(PreparedStatement statement) {
        this.statement = statement;
    }

    Row text(Object value, int longest) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.VARCHAR);
        } else {
            String text = value.toString().replace('\0', ' '); // which PostgreSQL does not take
            statement.setString(++index, text.length() > longest ? text.substring(0, longest) : text);
        }
        return this;
    }

    Row name(Enum<?> value) throws SQLException {
        return text(value == null ? null : value.name(), 32);
    }

    Row time(Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(++index, value.atOffset(ZoneOffset.UTC));
        }
        return this;
    }

    Row millis(Duration value) throws SQLException {
        return number(value == null ? null : value.toMillis());
    }

    Row number(Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.BIGINT);
        } else {
            statement.setLong(++index, value);
        }
        return this;
    }

    Row decimal(Double value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.DOUBLE);
        } else {
            statement.setDouble(++index, value);
        }
        return this;
    }

    Row count(int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    void add() throws SQLException {
        statement.addBatch();
    }
}
