package io.zongji.store.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.zongji.domain.CallId;
import io.zongji.domain.recording.Coverage;
import io.zongji.domain.recording.LedgerEntry;
import io.zongji.domain.recording.RecordingLedger;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;

/** The books of finished calls' recordings, and the problem that a gap in them is. */
final class LedgerTables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DELETE_LEDGER = "delete from recording_ledger where call_id = ?";
    private static final String INSERT_LEDGER = """
            insert into recording_ledger (talk_ms, recorded_ms, paused_ms, declined_ms, missing_ms, entries, tenant_id, call_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE_PROBLEM = "delete from recording_problem where id = ?";
    private static final String INSERT_PROBLEM = """
            insert into recording_problem (kind, missing_ms, found_at, tenant_id, call_id, id) values ('gap', ?, ?, ?, ?, ?)""";

    private final String tenant;

    LedgerTables(String tenant) {
        this.tenant = tenant;
    }

    /**
     * Writes the books of a call.
     *
     * @param again they may have been written before
     * @param at    when the call ended
     */
    void add(Batch batch, CallId call, RecordingLedger ledger, boolean again, Instant at) throws SQLException {
        String problem = "gap:" + call;
        if (again) {
            batch.row(DELETE_LEDGER).text(call, 64).add();
            batch.row(DELETE_PROBLEM).text(problem, 200).add();
        }
        batch.row(INSERT_LEDGER)
                .millis(ledger.talk())
                .millis(ledger.of(Coverage.RECORDED))
                .millis(ledger.of(Coverage.PAUSED))
                .millis(ledger.of(Coverage.NOT_WANTED))
                .millis(ledger.of(Coverage.MISSING))
                .text(write(ledger), 100_000)
                .text(tenant, 64)
                .text(call, 64)
                .add();
        if (!ledger.all(Coverage.MISSING).isEmpty()) {
            batch.row(INSERT_PROBLEM)
                    .millis(ledger.of(Coverage.MISSING))
                    .time(at)
                    .text(tenant, 64)
                    .text(call, 64)
                    .text(problem, 200)
                    .add();
        }
    }

    private static String write(RecordingLedger ledger) {
        ArrayNode entries = JSON.createArrayNode();
        for (LedgerEntry entry : ledger.entries()) {
            entries.addObject()
                    .put("leg", entry.leg().value())
                    .put("from", entry.from().toEpochMilli())
                    .put("until", entry.until().toEpochMilli())
                    .put("coverage", entry.coverage().name());
        }
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A ledger cannot be written: " + ledger, e);
        }
    }
}
