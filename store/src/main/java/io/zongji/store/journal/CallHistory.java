package io.zongji.store.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the events of a call back from the database, for its timeline. They may lag behind the call by a fraction of a second. Thread-safe. */
public final class CallHistory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXT_MAP = new TypeReference<>() {};

    private final DataSource database;

    public CallHistory(DataSource database) {
        this.database = database;
    }

    /**
     * All events of the call in order; empty when it is unknown.
     *
     * @throws JournalException when the database cannot be read
     */
    public List<CallEvent> of(CallId call) {
        try (Connection connection = database.getConnection()) {
            return read(connection, call);
        } catch (SQLException e) {
            throw new JournalException("The events of call " + call + " cannot be read", e);
        }
    }

    static List<CallEvent> read(Connection connection, CallId call) throws SQLException {
        List<CallEvent> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select sequence, event_type, occurred_at, leg_id, detail from call_event
                where call_id = ? order by sequence, journal_position""")) {
            select.setString(1, call.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String leg = row.getString(4);
                    events.add(new CallEvent(
                            call,
                            row.getInt(1),
                            CallEventType.valueOf(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            leg == null ? null : new LegId(leg),
                            JSON.readValue(row.getString(5), TEXT_MAP)));
                }
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("Details of an event of call " + call + " cannot be read", e);
            }
        }
        return events;
    }

    static String write(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Details of an event cannot be written: " + detail, e);
        }
    }
}
