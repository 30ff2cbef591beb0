package io.zongji.store.journal;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.CallProjection;
import io.zongji.domain.call.CallRecord;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.recording.LedgerFold;
import io.zongji.domain.recording.RecordingLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call as its events say it is, beside what the database has of it. Used by the writing thread only. */
final class TrackedCall {

    private final CallProjection projection;
    private final Map<LegId, LegRecord> storedLegs = new HashMap<>();
    private CallRecord storedRecord;
    private boolean rowExists;
    private long storedAtNanos;

    private final LedgerFold ledger = new LedgerFold();
    private boolean ledgerStored;
    private boolean ledgerMayExist;

    private TrackedCall(CallProjection projection) {
        this.projection = projection;
    }

    /** A call nobody has heard of. */
    static TrackedCall fresh(CallEvent first) {
        return new TrackedCall(new CallProjection(first.call()));
    }

    /** A call that was left behind with these events in the database; its row and its legs' rows may be older than its events. */
    static TrackedCall restored(CallId id, List<CallEvent> events, List<LegId> legsInDatabase, boolean inDatabase) {
        TrackedCall call = new TrackedCall(new CallProjection(id));
        events.forEach(call::apply);
        call.ledgerMayExist = true;
        legsInDatabase.forEach(leg -> call.storedLegs.put(leg, null));
        call.rowExists = inDatabase;
        return call;
    }

    void apply(CallEvent event) {
        projection.apply(event);
        ledger.apply(event);
        ledgerStored = false;
    }

    CallRecord record() {
        return projection.record();
    }

    boolean rowExists() {
        return rowExists;
    }

    boolean legRowExists(LegId leg) {
        return storedLegs.containsKey(leg);
    }

    boolean changed(CallRecord now) {
        return !now.equals(storedRecord);
    }

    boolean changed(LegRecord now) {
        return !now.equals(storedLegs.get(now.leg()));
    }

    /** The books of the call's recording when they are closed and not written yet; null while not, and when nobody talked. */
    RecordingLedger ledgerDue() {
        if (ledgerStored || !ledger.complete()) {
            return null;
        }
        RecordingLedger books = ledger.ledger();
        return books.entries().isEmpty() ? null : books;
    }

    /** Whether books of this call may have been written before. */
    boolean ledgerMayExist() {
        return ledgerMayExist;
    }

    void stored(CallRecord now, long nanos) {
        ledgerStored = ledger.complete();
        ledgerMayExist |= ledgerStored;
        storedRecord = now;
        storedAtNanos = nanos;
        rowExists = true;
        now.legs().forEach(leg -> storedLegs.put(leg.leg(), leg));
    }

    /** Whether the row is due: it is missing, the call is over, or the row is older than a call in progress may be. */
    boolean due(long nowNanos, long refreshNanos) {
        return !rowExists || projection.finished() || nowNanos - storedAtNanos >= refreshNanos;
    }

    long dueInNanos(long nowNanos, long refreshNanos) {
        return Math.max(0, refreshNanos - (nowNanos - storedAtNanos));
    }
}
