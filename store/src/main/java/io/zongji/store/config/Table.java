package io.zongji.store.config;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the rows of one table of a tenant; a row that cannot be understood is logged and left out, the rest still works. */
final class Table {

    private static final Logger log = LoggerFactory.getLogger(Table.class);

    private final ResultSet row;

    private Table(ResultSet row) {
        this.row = row;
    }

    /** Makes a value from the current row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Table row) throws SQLException;
    }

    /**
     * Reads all rows.
     *
     * @param sql has one parameter, the tenant; its first column names the row in logs
     */
    static <T> List<T> read(Connection connection, String tenant, String sql, Reader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            try (ResultSet rows = select.executeQuery()) {
                Table current = new Table(rows);
                while (rows.next()) {
                    try {
                        values.add(reader.read(current));
                    } catch (IllegalArgumentException | NullPointerException e) {
                        String table = rows.getMetaData().getTableName(1);
                        log.error("{} \"{}\" cannot be used: {}", table, rows.getString(1), e.getMessage());
                    }
                }
            }
        }
        return values;
    }

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    int number(String column) throws SQLException {
        return row.getInt(column);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** Null for no value. */
    Duration millis(String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    /** Null for no value. */
    Instant time(String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A comma-separated list. */
    List<String> list(String column) throws SQLException {
        return Arrays.stream(text(column).split(","))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
