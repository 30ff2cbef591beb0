package io.zongji.store.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** The journal's entries that the database has, by their positions. Thread-safe. */
final class PastEntries {
    private static final String CALLS = """
            select journal_position, sequence, event_type, occurred_at, leg_id, detail, call_id from call_event
            where journal_position > ? and journal_position <= ? order by journal_position""";
    private static final String AGENTS = """
            select journal_position, agent_id, state, reason, occurred_at, call_id from agent_event
            where journal_position > ? and journal_position <= ? order by journal_position""";

    private final DataSource database;

    PastEntries(DataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    private interface Reader {
        Positioned read(ResultSet row) throws SQLException;
    }

    /** What lies behind one position and not behind the other. */
    Stretch between(long position, long upTo, int atMost) {
        try (Connection connection = database.getConnection()) {
            List<Positioned> entries =
                    new ArrayList<>(read(connection, CALLS, position, upTo, atMost, PastEntries::call));
            entries.addAll(read(connection, AGENTS, position, upTo, atMost, PastEntries::agent));
            entries.sort(Comparator.comparingLong(Positioned::position));
            boolean more = entries.size() >= atMost;
            List<Positioned> first = more ? entries.subList(0, atMost) : entries;
            return new Stretch(first, more ? first.get(atMost - 1).position() : upTo);
        } catch (SQLException e) {
            throw new JournalException("The journal cannot be read from " + (position + 1) + " on", e);
        }
    }

    /** 0 when there is none. */
    long oldest() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select (select min(journal_position) from call_event),
                            (select min(journal_position) from agent_event)""");
                ResultSet row = select.executeQuery()) {
            row.next();
            long call = row.getLong(1);
            long agent = row.getLong(2);
            return call == 0 || agent == 0 ? Math.max(call, agent) : Math.min(call, agent);
        } catch (SQLException e) {
            throw new JournalException("The beginning of the journal cannot be read", e);
        }
    }

    private static List<Positioned> read(
            Connection connection, String sql, long position, long upTo, int atMost, Reader reader)
            throws SQLException {
        List<Positioned> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setMaxRows(atMost);
            select.setLong(1, position);
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(reader.read(row));
                }
            }
        }
        return entries;
    }

    private static Positioned call(ResultSet row) throws SQLException {
        return new Positioned(row.getLong(1), CallHistory.event(new CallId(row.getString(7)), row, 1));
    }

    private static Positioned agent(ResultSet row) throws SQLException {
        String call = row.getString(6);
        return new Positioned(
                row.getLong(1),
                new AgentEvent(
                        new AgentId(row.getString(2)),
                        AgentState.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        call == null ? null : new CallId(call)));
    }
}
