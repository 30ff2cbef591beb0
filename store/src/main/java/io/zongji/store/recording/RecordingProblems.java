package io.zongji.store.recording;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What somebody has to look at: talk that is in no file, and files that are not what they were. Thread-safe. */
public final class RecordingProblems {
    /** Somebody talked and it is in no file. The journal's writer reports it. */
    public static final String GAP = "gap";
    /** The file is not there. */
    public static final String DELETED = "deleted";
    /** The file is another one. */
    public static final String ALTERED = "altered";

    private static final String BY_ITSELF = "system";

    private final DataSource database;

    public RecordingProblems(DataSource database) {
        this.database = database;
    }

    /** How many of each kind nobody has dealt with; every kind is there. */
    public Map<String, Long> open() throws SQLException {
        Map<String, Long> open = new LinkedHashMap<>();
        open.put(GAP, 0L);
        open.put(DELETED, 0L);
        open.put(ALTERED, 0L);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select kind, count(*) from recording_problem where resolved_at is null group by kind");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                open.put(row.getString(1), row.getLong(2));
            }
        }
        return open;
    }

    /** Reports a file, once; again only when it had been in order in between, not when somebody has dealt with it. */
    static void open(DataSource database, String kind, String tenant, String call, String recording, Instant now)
            throws SQLException {
        String id = kind + ":" + recording;
        execute(database, "delete from recording_problem where id = ? and resolved_by = ?", id, BY_ITSELF);
        if (execute(database, "update recording_problem set kind = kind where id = ?", id) == 0) {
            execute(
                    database,
                    "insert into recording_problem (id, kind, tenant_id, call_id, recording_id, found_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    id,
                    kind,
                    tenant,
                    call,
                    recording,
                    now.atOffset(ZoneOffset.UTC));
        }
    }

    /** The file is as it should be. */
    static void close(DataSource database, String kind, String recording, Instant now) throws SQLException {
        execute(
                database,
                "update recording_problem set resolved_at = ?, resolved_by = ? where id = ? and resolved_at is null",
                now.atOffset(ZoneOffset.UTC),
                BY_ITSELF,
                kind + ":" + recording);
    }

    private static int execute(DataSource database, String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
