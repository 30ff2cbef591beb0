package io.zongji.store.recovery;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.store.journal.CallHistory;
import io.zongji.store.journal.DurableJournal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the last run to an end, whatever ended it: the rest of the journal goes to the database, cut-off recordings are made playable, and every
 * call and every standing leg without an end is closed with the cause {@link Cause#SYSTEM_RESTART}, and with a call what agents did in it. All of it is told to the
 * journal, so that subscribers and records agree. Runs once at start, before the first call; a crash in the middle of it does no harm.
 */
public final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private static final Duration SHORTEST_MESSAGE = Duration.ofSeconds(1);

    private final DataSource database;
    private final DurableJournal journal;
    private final Clock clock;
    private final CallHistory history;
    private int repaired;
    private int lost;

    public Recovery(DataSource database, DurableJournal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.history = new CallHistory(database);
    }

    /**
     * Does it all.
     *
     * @param atMost how long the database may take for the rest of the journal
     * @throws RecoveryException when the database does not follow
     */
    public RecoveryResult run(RecordingRepair repair, Duration atMost) {
        try {
            awaitDatabase(atMost);
            Map<CallId, List<OpenRecording>> recordings = openRecordings();
            List<CallId> calls = openCalls();
            Instant lastSign = lastSign();
            Map<CallId, Instant> ends = new HashMap<>();
            for (CallId call : calls) {
                ends.put(call, close(call, lastSign, repair, recordings.getOrDefault(call, List.of())));
                recordings.remove(call);
            }
            recordings.forEach((call, open) -> repairLate(call, repair, open));
            endWork(ends, lastSign);
            endStandingLegs(lastSign);
            awaitDatabase(atMost);
            RecoveryResult result = new RecoveryResult(calls.size(), repaired, lost, agents());
            log.info("Recovered: {} calls closed, {} recordings repaired, {} lost", calls.size(), repaired, lost);
            return result;
        } catch (SQLException e) {
            throw new RecoveryException("The last run's calls cannot be read from the database", e);
        }
    }

    private void awaitDatabase(Duration atMost) {
        try {
            if (!journal.awaitApplied(atMost)) {
                throw new RecoveryException("The database did not take the rest of the journal in " + atMost, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecoveryException("Interrupted while the database took the rest of the journal", e);
        }
    }

    /** Returns when the call ended. */
    private Instant close(CallId call, Instant lastSign, RecordingRepair repair, List<OpenRecording> recordings) {
        List<CallEvent> events = history.of(call);
        Tail tail = new Tail(call, events);
        Instant end = tail.latest(lastSign);
        List<RecordingEnd> ends =
                recordings.stream().map(each -> each.end(repair)).toList();
        Map<String, RecordingRepair.Repaired> messages = messages(call, repair);
        for (RecordingEnd recording : ends) {
            end = recording.at().isAfter(end) ? recording.at() : end;
        }
        Instant now = clock.instant();
        end = end.isAfter(now) ? now : end;
        for (RecordingEnd recording : ends) {
            tail.add(CallEventType.RECORDING_ENDED, end, recording.data());
        }
        for (Map.Entry<String, RecordingRepair.Repaired> message : messages.entrySet()) {
            String file = message.getKey();
            Map<String, String> data = new HashMap<>();
            data.put(CallEventData.RECORDING, file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')));
            data.put(CallEventData.FILE, file);
            describe(message.getValue(), data);
            tail.add(CallEventType.VOICEMAIL_LEFT, end, data);
        }
        Map<String, String> cleared = new HashMap<>(cause());
        cleared.put(CallEventData.RELEASED_BY, CallEventData.SYSTEM);
        tail.add(CallEventType.CALL_CLEARED, end, cleared);
        journal.append(tail.added);
        return end;
    }

    /** Nobody talks or is rung while there is no server: who talked has the call to write up, who was rung is free. */
    private void endWork(Map<CallId, Instant> ends, Instant lastSign) throws SQLException {
        List<AgentEvent> ended = new ArrayList<>();
        query("select agent_id, state, since, call_id from agent_state where state in ('TALKING', 'OFFERED')", row -> {
            CallId call = row.getString(4) == null ? null : new CallId(row.getString(4));
            Instant end = ends.getOrDefault(call, lastSign);
            Instant since = time(row, 3);
            ended.add(new AgentEvent(
                    new AgentId(row.getString(1)),
                    AgentState.valueOf(row.getString(2)) == AgentState.TALKING ? AgentState.WRAP_UP : AgentState.IDLE,
                    "",
                    end.isAfter(since) ? end : since,
                    call));
        });
        journal.append(ended);
    }

    /** A phone outside that stood on the line lost us with the server; it is called anew. */
    private void endStandingLegs(Instant lastSign) throws SQLException {
        List<StandingLegEvent> ended = new ArrayList<>();
        query("select id, agent_id, trunk, began_at, answered_at from standing_leg where ended_at is null", row -> {
            Instant began = time(row, 4);
            Instant answered = row.getObject(5) == null ? null : time(row, 5);
            Instant last = answered == null ? began : answered;
            ended.add(new StandingLegEvent(
                    new LegId(row.getString(1)),
                    new AgentId(row.getString(2)),
                    row.getString(3),
                    began,
                    answered,
                    lastSign.isAfter(last) ? lastSign : last,
                    Cause.SYSTEM_RESTART.code()));
        });
        journal.append(ended);
    }

    /** What callers had said of a message is kept, unless it is nothing. */
    private Map<String, RecordingRepair.Repaired> messages(CallId call, RecordingRepair repair) {
        Map<String, RecordingRepair.Repaired> messages = new LinkedHashMap<>();
        for (String file : repair.messagesOf(call)) {
            repair.repair(file)
                    .filter(found -> found.duration().compareTo(SHORTEST_MESSAGE) >= 0)
                    .ifPresent(found -> messages.put(file, found));
        }
        repaired += messages.size();
        return messages;
    }

    private static void describe(RecordingRepair.Repaired found, Map<String, String> data) {
        data.put(CallEventData.DURATION_MS, Long.toString(found.duration().toMillis()));
        data.put(CallEventData.SIZE, Long.toString(found.size()));
        data.put(CallEventData.SHA256, found.sha256());
    }

    private void repairLate(CallId call, RecordingRepair repair, List<OpenRecording> recordings) {
        Tail tail = new Tail(call, history.of(call));
        for (OpenRecording each : recordings) {
            RecordingEnd end = each.end(repair);
            tail.add(CallEventType.RECORDING_ENDED, end.at(), end.data());
        }
        journal.append(tail.added);
    }

    private static Map<String, String> cause() {
        return Map.of(CallEventData.CAUSE, Cause.SYSTEM_RESTART.code());
    }

    private List<CallId> openCalls() throws SQLException {
        List<CallId> calls = new ArrayList<>();
        query(
                "select id from call_record where outcome is null order by started_at",
                row -> calls.add(new CallId(row.getString(1))));
        return calls;
    }

    private Map<CallId, List<OpenRecording>> openRecordings() throws SQLException {
        Map<CallId, List<OpenRecording>> recordings = new LinkedHashMap<>();
        query(
                "select call_id, id, file, started_at from recording where state = 'recording' order by started_at",
                row -> recordings
                        .computeIfAbsent(new CallId(row.getString(1)), call -> new ArrayList<>())
                        .add(new OpenRecording(row.getString(2), row.getString(3), time(row, 4))));
        return recordings;
    }

    /** The last thing anybody did before the process ended. */
    private Instant lastSign() throws SQLException {
        List<Instant> last = new ArrayList<>();
        query("""
                select occurred_at from call_event where journal_position = (select max(journal_position) from call_event)
                union all
                select occurred_at from agent_event where journal_position = (select max(journal_position) from agent_event)""", row -> last.add(time(row, 1)));
        return last.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private Map<AgentId, LastState> agents() throws SQLException {
        Map<AgentId, LastState> agents = new HashMap<>();
        query(
                "select agent_id, state, reason, since from agent_state",
                row -> agents.put(
                        new AgentId(row.getString(1)),
                        new LastState(AgentState.valueOf(row.getString(2)), row.getString(3), time(row, 4))));
        AgentPast past = new AgentPast(database);
        for (Map.Entry<AgentId, LastState> agent : agents.entrySet()) {
            if (agent.getValue().state() == AgentState.LOST) {
                agent.setValue(past.beforeTheLoss(agent.getKey(), agent.getValue()));
            }
            if (agent.getValue().state() == AgentState.REST) {
                agent.setValue(past.wholeRest(agent.getKey(), agent.getValue()));
            }
        }
        return agents;
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    /** Takes the current row. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private record RecordingEnd(Instant at, Map<String, String> data) {}

    private final class OpenRecording {
        private final String id;
        private final String file;
        private final Instant started;

        OpenRecording(String id, String file, Instant started) {
            this.id = id;
            this.file = file;
            this.started = started;
        }

        RecordingEnd end(RecordingRepair repair) {
            Map<String, String> data = new HashMap<>(cause());
            data.put(CallEventData.RECORDING, id);
            data.put(CallEventData.FILE, file);
            Optional<RecordingRepair.Repaired> result = tryRepair(repair);
            result.ifPresent(found -> describe(found, data));
            return new RecordingEnd(
                    result.map(found -> started.plus(found.duration())).orElse(started), data);
        }

        private Optional<RecordingRepair.Repaired> tryRepair(RecordingRepair repair) {
            Optional<RecordingRepair.Repaired> result = Optional.empty();
            try {
                result = repair.repair(file);
            } catch (RuntimeException e) {
                log.error("The recording {} cannot be repaired", file, e);
            }
            if (result.isPresent()) {
                repaired++;
            } else {
                lost++;
            }
            return result;
        }
    }

    /** What is added behind a call's events. */
    private static final class Tail {
        private final CallId call;
        private final List<CallEvent> added = new ArrayList<>();
        private final Instant lastEvent;
        private int sequence;

        Tail(CallId call, List<CallEvent> events) {
            this.call = call;
            this.sequence = events.stream().mapToInt(CallEvent::sequence).max().orElse(0);
            this.lastEvent =
                    events.stream().map(CallEvent::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        }

        Instant latest(Instant other) {
            return other.isAfter(lastEvent) ? other : lastEvent;
        }

        void add(CallEventType type, Instant at, Map<String, String> data) {
            sequence++;
            added.add(new CallEvent(call, sequence, type, at, null, data));
        }
    }
}
