package io.zongji.store.journal;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.TenantId;
import io.zongji.domain.call.CallRecord;
import io.zongji.domain.call.LegQuality;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.domain.journal.WrapUpEvent;
import io.zongji.domain.recording.RecordingLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables that are derived from the journal, in plain JDBC: they are written by the thousand rows, one thread at a time. */
final class RecordTables {

    private static final String JOURNAL = "node";

    private static final String CALL_COLUMNS = """
            direction, caller, dialled, trunk, gateway, flow_id, node, queue_id, agent_id, started_at, answered_at, ended_at, \
            ivr_ms, wait_ms, ring_ms, talk_ms, hold_ms, outcome, cause, released_by, recording, voicemail""";
    private static final String INSERT_CALL =
            "insert into call_record (" + CALL_COLUMNS + ", tenant_id, id) values (" + "?, ".repeat(23) + "?)";
    private static final String UPDATE_CALL =
            "update call_record set " + CALL_COLUMNS.replace(",", " = ?,") + " = ? where tenant_id = ? and id = ?";
    private static final String LEG_COLUMNS = """
            call_id, ordinal, role, party, agent_id, state, started_at, answered_at, ended_at, cause, ring_ms, talk_ms, \
            consult_ms, hold_ms, supervision_ms, packets_received, packets_lost, packets_sent, packets_lost_far, jitter_ms, round_trip_ms, mos""";
    private static final String INSERT_LEG =
            "insert into call_leg (" + LEG_COLUMNS + ", tenant_id, id) values (" + "?, ".repeat(23) + "?)";
    private static final String UPDATE_LEG =
            "update call_leg set " + LEG_COLUMNS.replace(",", " = ?,") + " = ? where tenant_id = ? and id = ?";
    private static final String INSERT_CALL_EVENT = """
            insert into call_event (journal_position, tenant_id, call_id, sequence, event_type, occurred_at, leg_id, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_AGENT_EVENT = """
            insert into agent_event (journal_position, tenant_id, agent_id, state, reason, occurred_at, call_id)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_RECORDING = """
            insert into recording (file, started_at, channels, audio_from, state, tenant_id, call_id, id)
            values (?, ?, ?, ?, 'recording', ?, ?, ?)""";
    private static final String END_RECORDING = """
            update recording set state = ?, file = coalesce(?, file), ended_at = ?, duration_ms = ?, size_bytes = ?, \
            sha256 = ?, checked_at = ? where tenant_id = ? and call_id = ? and id = ?""";
    private static final String INSERT_VOICEMAIL = """
            insert into voicemail (file, left_at, duration_ms, sha256, checked_at, tenant_id, call_id, id)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE_AGENT_STATE = "delete from agent_state where tenant_id = ? and agent_id = ?";
    private static final String INSERT_AGENT_STATE = """
            insert into agent_state (tenant_id, agent_id, state, reason, since, call_id) values (?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final String tenant;
    private final LedgerTables ledgers;
    private final WrapUpTable wrapUps;
    private final StandingLegTable standingLegs;

    RecordTables(DataSource database, TenantId tenant) {
        this.database = database;
        this.tenant = tenant.value();
        this.ledgers = new LedgerTables(tenant.value());
        this.wrapUps = new WrapUpTable(tenant.value());
        this.standingLegs = new StandingLegTable(tenant.value());
    }

    /** How far the journal is in the database; 0 for a new one. */
    long appliedPosition() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select applied_position from journal_progress where journal = ?")) {
            select.setString(1, JOURNAL);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into journal_progress (journal, applied_position) values (?, 0)")) {
                insert.setString(1, JOURNAL);
                insert.executeUpdate();
            }
            return 0;
        } catch (SQLException e) {
            throw new JournalException("The database cannot say how much of the journal it has", e);
        }
    }

    /** A call that is not in memory, from its events in the database; null when there are none. */
    TrackedCall load(Connection connection, CallId call) throws SQLException {
        List<CallEvent> events = CallHistory.read(connection, call);
        if (events.isEmpty()) {
            return null;
        }
        List<LegId> legs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select id from call_leg where call_id = ?")) {
            select.setString(1, call.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    legs.add(new LegId(rows.getString(1)));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement("select 1 from call_record where id = ?")) {
            select.setString(1, call.value());
            try (ResultSet row = select.executeQuery()) {
                return TrackedCall.restored(call, events, legs, row.next());
            }
        }
    }

    void addEvent(Batch batch, long position, CallEvent event) throws SQLException {
        batch.row(INSERT_CALL_EVENT)
                .number(position)
                .text(tenant, 64)
                .text(event.call(), 64)
                .count(event.sequence())
                .name(event.type())
                .time(event.at())
                .text(event.leg(), 64)
                .text(CallHistory.write(event.data()), 100_000)
                .add();
    }

    /** The rows of recordings and messages that the event tells of. */
    void addFiles(Batch batch, CallEvent event) throws SQLException {
        String id = event.value(CallEventData.RECORDING).orElse(null);
        if (id == null) {
            return;
        }
        String file = event.value(CallEventData.FILE).orElse(null);
        switch (event.type()) {
            case RECORDING_STARTED ->
                batch.row(INSERT_RECORDING)
                        .text(file == null ? "" : file, 400)
                        .time(event.at())
                        .text(event.value(CallEventData.CHANNELS).orElse(null), 800)
                        .time(moment(event, CallEventData.AUDIO_FROM))
                        .text(tenant, 64)
                        .text(event.call(), 64)
                        .text(id, 100)
                        .add();
            case RECORDING_ENDED ->
                batch.after(INSERT_RECORDING)
                        .row(END_RECORDING)
                        .text(stateOfEnded(event), 16)
                        .text(file, 400)
                        .time(event.at())
                        .number(whole(event, CallEventData.DURATION_MS))
                        .number(whole(event, CallEventData.SIZE))
                        .text(event.value(CallEventData.SHA256).orElse(null), 64)
                        .time(event.at())
                        .text(tenant, 64)
                        .text(event.call(), 64)
                        .text(id, 100)
                        .add();
            case VOICEMAIL_LEFT -> {
                Long duration = whole(event, CallEventData.DURATION_MS);
                batch.row(INSERT_VOICEMAIL)
                        .text(file == null ? "" : file, 400)
                        .time(event.at())
                        .number(duration == null ? 0 : duration)
                        .text(event.value(CallEventData.SHA256).orElse(null), 64)
                        .time(event.at())
                        .text(tenant, 64)
                        .text(event.call(), 64)
                        .text(id, 100)
                        .add();
            }
            default -> {}
        }
    }

    /** Only a recording that a restart had to look after has a cause; one that could not be written has no check sum. */
    private static String stateOfEnded(CallEvent event) {
        if (event.value(CallEventData.SHA256).isEmpty()) {
            return "lost";
        }
        return event.value(CallEventData.CAUSE).isEmpty() ? "complete" : "repaired";
    }

    private static Instant moment(CallEvent event, String key) {
        try {
            return event.value(key).map(Instant::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Long whole(CallEvent event, String key) {
        String text = event.value(key).orElse("");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    void addEvent(Batch batch, long position, AgentEvent event) throws SQLException {
        batch.row(INSERT_AGENT_EVENT)
                .number(position)
                .text(tenant, 64)
                .text(event.agent(), 64)
                .name(event.state())
                .text(event.reason(), 1000)
                .time(event.at())
                .text(event.call(), 64)
                .add();
    }

    /** Replaces what the agents wrote of the calls before. */
    void addWrapUps(Batch batch, List<WrapUpEvent> events) throws SQLException {
        wrapUps.add(batch, events);
    }

    /** Replaces what was known of these legs before. */
    void addStandingLegs(Batch batch, List<StandingLegEvent> events) throws SQLException {
        standingLegs.add(batch, events);
    }

    /** Replaces the state an agent was last seen in. */
    void addState(Batch batch, AgentEvent latest) throws SQLException {
        batch.row(DELETE_AGENT_STATE).text(tenant, 64).text(latest.agent(), 64).add();
        batch.row(INSERT_AGENT_STATE)
                .text(tenant, 64)
                .text(latest.agent(), 64)
                .name(latest.state())
                .text(latest.reason(), 1000)
                .time(latest.at())
                .text(latest.call(), 64)
                .add();
    }

    /** Brings the call's row and those of its changed legs up to date. */
    void addCall(Batch batch, TrackedCall call, CallRecord now) throws SQLException {
        if (call.changed(now)) {
            addRecord(batch, call.rowExists() ? UPDATE_CALL : INSERT_CALL, now);
        }
        int ordinal = 0;
        for (LegRecord leg : now.legs()) {
            ordinal++;
            if (call.changed(leg)) {
                addLeg(batch, call.legRowExists(leg.leg()) ? UPDATE_LEG : INSERT_LEG, now.call(), ordinal, leg);
            }
        }
        RecordingLedger books = call.ledgerDue();
        if (books != null) {
            ledgers.add(batch, now.call(), books, call.ledgerMayExist(), now.ended());
        }
    }

    private void addRecord(Batch batch, String sql, CallRecord now) throws SQLException {
        batch.row(sql)
                .name(now.direction())
                .text(now.caller(), 200)
                .text(now.dialled(), 200)
                .text(now.trunk(), 64)
                .text(now.gateway(), 200)
                .text(now.flow(), 64)
                .text(now.node(), 200)
                .text(now.queue(), 64)
                .text(now.agent(), 64)
                .time(now.started())
                .time(now.answered())
                .time(now.ended())
                .millis(now.durations().ivr())
                .millis(now.durations().waiting())
                .millis(now.durations().ring())
                .millis(now.durations().talk())
                .millis(now.durations().hold())
                .name(now.outcome())
                .text(now.cause() == null ? null : now.cause().code(), 32)
                .text(now.releasedBy(), 16)
                .text(now.recording(), 400)
                .text(now.voicemail(), 400)
                .text(tenant, 64)
                .text(now.call(), 64)
                .add();
    }

    private void addLeg(Batch batch, String sql, CallId call, int ordinal, LegRecord leg) throws SQLException {
        LegQuality quality = leg.quality();
        boolean known = quality != null;
        batch.row(sql)
                .text(call, 64)
                .count(ordinal)
                .text(leg.role(), 16)
                .text(leg.party(), 400)
                .text(leg.agent(), 64)
                .name(leg.state())
                .time(leg.started())
                .time(leg.answered())
                .time(leg.ended())
                .text(leg.cause() == null ? null : leg.cause().code(), 32)
                .millis(leg.durations().ring())
                .millis(leg.durations().talk())
                .millis(leg.durations().consult())
                .millis(leg.durations().hold())
                .millis(leg.durations().supervision())
                .number(known ? quality.received() : null)
                .number(known ? quality.lost() : null)
                .number(known ? quality.sent() : null)
                .number(known ? quality.farLost() : null)
                .decimal(known ? quality.jitterMillis() : null)
                .decimal(known ? quality.roundTripMillis() : null)
                .decimal(known ? quality.opinionScore() : null)
                .text(tenant, 64)
                .text(leg.leg(), 80)
                .add();
    }

    /** Remembers the position in the same transaction as the rows it stands for: so nothing is written twice. */
    void addProgress(Batch batch, long position) throws SQLException {
        batch.row("update journal_progress set applied_position = ? where journal = ?")
                .number(position)
                .text(JOURNAL, 64)
                .add();
    }

    Connection connect() throws SQLException {
        return database.getConnection();
    }
}
