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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    /**
     * Tells all events of the calls that began at this time or later, call by call, each call's in order.
     *
     * @throws JournalException when the database cannot be read
     */
    public void since(Instant start, Consumer<CallEvent> listener) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select e.sequence, e.event_type, e.occurred_at, e.leg_id, e.detail, e.call_id
                        from call_event e join call_record r on r.id = e.call_id
                        where r.started_at >= ? order by r.started_at, e.call_id, e.sequence, e.journal_position""")) {
            select.setObject(1, start.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    listener.accept(event(new CallId(row.getString(6)), row, 0));
                }
            }
        } catch (SQLException e) {
            throw new JournalException("The events since " + start + " cannot be read", e);
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
                    events.add(event(call, row, 0));
                }
            }
        }
        return events;
    }

    /** @param before how many columns come before sequence, type, time, leg and detail */
    static CallEvent event(CallId call, ResultSet row, int before) throws SQLException {
        String leg = row.getString(before + 4);
        try {
            return new CallEvent(
                    call,
                    row.getInt(before + 1),
                    CallEventType.valueOf(row.getString(before + 2)),
                    row.getObject(before + 3, OffsetDateTime.class).toInstant(),
                    leg == null ? null : new LegId(leg),
                    JSON.readValue(row.getString(before + 5), TEXT_MAP));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Details of an event of call " + call + " cannot be read", e);
        }
    }

    static String write(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Details of an event cannot be written: " + detail, e);
        }
    }
}
