package io.zongji.store.journal;

import io.zongji.domain.CallId;
import io.zongji.domain.call.CallRecord;
import io.zongji.domain.journal.CallEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls in progress, and the last finished ones because news of their recordings comes late. Any other call is read back from the
 * database when an event asks for it. Used by the writing thread only.
 */
final class CallCache {

    private static final Logger log = LoggerFactory.getLogger(CallCache.class);
    private static final int FINISHED_KEPT = 1_000;

    private final RecordTables tables;
    private final Map<CallId, TrackedCall> open = new HashMap<>();
    private final Map<CallId, TrackedCall> finished = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, TrackedCall> eldest) {
            return size() > FINISHED_KEPT;
        }
    };
    private final Map<CallId, TrackedCall> unsaved = new LinkedHashMap<>();

    CallCache(RecordTables tables) {
        this.tables = tables;
    }

    /** Makes sure that the event's call is in memory. May be repeated when the database failed. */
    void prepare(Connection connection, CallEvent event) throws SQLException {
        CallId id = event.call();
        if (open.containsKey(id)) {
            return;
        }
        TrackedCall call = finished.remove(id);
        if (call == null && event.sequence() > 1) {
            call = tables.load(connection, id);
        }
        open.put(id, call == null ? TrackedCall.fresh(event) : call);
    }

    void apply(CallEvent event) {
        TrackedCall call = open.get(event.call());
        try {
            call.apply(event);
        } catch (RuntimeException e) {
            log.error("The record of call {} cannot follow its event {}", event.call(), event, e);
        }
        unsaved.put(event.call(), call);
    }

    /** The calls whose rows are older than their events. */
    Collection<TrackedCall> unsaved() {
        return unsaved.values();
    }

    void saved(TrackedCall call, CallRecord as, long nowNanos) {
        call.stored(as, nowNanos);
        unsaved.remove(as.call());
        if (as.finished()) {
            open.remove(as.call());
            finished.put(as.call(), call);
        }
    }
}
