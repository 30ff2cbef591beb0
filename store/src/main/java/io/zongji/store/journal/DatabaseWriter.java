package io.zongji.store.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.call.CallRecord;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.domain.journal.WrapUpEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal into the database: one thread, some entries at a time, one transaction for each batch which also holds the position
 * reached. So an entry is in the database once, whatever crashes. While the database is away the thread tries again, less and less often up to
 * every five seconds. An entry that a healthy database refuses is logged whole and left out, so that it cannot hold up all the others.
 *
 * <p>The thread is never interrupted: an interruption would close an H2 database file under everybody.
 */
final class DatabaseWriter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWriter.class);
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int REFUSALS_AS_ONE = 3;
    private static final int VALIDITY_SECONDS = 2;

    private final Backlog backlog;
    private final RecordTables tables;
    private final CallCache calls;
    private final JournalSettings settings;
    private final LongConsumer onApplied;
    private final Thread thread;
    private final Object progress = new Object();
    private long applied;
    private boolean settled = true;
    private int refusals;
    private volatile boolean hurry;
    private volatile boolean closing;
    private volatile boolean abandoned;

    DatabaseWriter(
            Backlog backlog, RecordTables tables, JournalSettings settings, long applied, LongConsumer onApplied) {
        this.backlog = backlog;
        this.tables = tables;
        this.calls = new CallCache(tables);
        this.settings = settings;
        this.applied = applied;
        this.onApplied = onApplied;
        this.thread = new Thread(this::run, "zongji-journal-database");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long appliedPosition() {
        synchronized (progress) {
            return applied;
        }
    }

    private void run() {
        try {
            while (!abandoned && !(closing && isDone())) {
                backlog.await(applied, pauseMillis());
                boolean all = hurry || closing;
                if (!all) {
                    LockSupport.parkNanos(settings.gather().toNanos());
                }
                List<Positioned> batch = next();
                while (!batch.isEmpty() && !abandoned) {
                    write(batch, false);
                    batch = batch.size() < settings.batch() ? List.of() : next();
                }
                if (!abandoned) {
                    write(List.of(), all);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            log.error("The journal is no longer written to the database; it is kept on disk until the next start", e);
            throw e;
        } finally {
            backlog.close();
        }
    }

    private boolean isDone() {
        return backlog.lastPosition() <= applied && calls.unsaved().isEmpty();
    }

    private long pauseMillis() {
        long now = System.nanoTime();
        long refresh = settings.refresh().toNanos();
        long due = calls.unsaved().stream()
                .mapToLong(call -> call.dueInNanos(now, refresh))
                .min()
                .orElse(Duration.ofMinutes(1).toNanos());
        return hurry || closing ? 1 : due / 1_000_000 + 1;
    }

    private List<Positioned> next() {
        try {
            return backlog.after(applied, settings.batch());
        } catch (IOException | RuntimeException e) {
            log.error("The journal cannot be read from {} on", applied + 1, e);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            return List.of();
        }
    }

    /** Returns when the batch is in the database, or when this writer is abandoned. */
    private void write(List<Positioned> batch, boolean all) {
        boolean[] folded = {batch.isEmpty()};
        refusals = 0;
        long pause = SHORTEST_PAUSE_MILLIS;
        for (int attempt = 1; !abandoned; attempt++) {
            List<TrackedCall> due = folded[0] ? due(all) : List.of();
            if (batch.isEmpty() && due.isEmpty()) {
                reached(applied);
                return;
            }
            try (Connection connection = tables.connect()) {
                if (refusals >= REFUSALS_AS_ONE && folded[0]) {
                    new OneByOne(connection).write(batch, due);
                } else {
                    writeTogether(connection, batch, all, folded);
                }
                if (attempt > 1) {
                    log.info("The database takes the journal again");
                }
                return;
            } catch (SQLException | RuntimeException e) {
                log.warn(
                        "The database does not take the journal from {} on (attempt {}): {}",
                        applied + 1,
                        attempt,
                        e.toString());
            }
            LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void writeTogether(Connection connection, List<Positioned> batch, boolean all, boolean[] folded)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Batch rows = new Batch(connection)) {
            if (!folded[0]) {
                fold(connection, batch);
                folded[0] = true;
            }
            addEntries(rows, batch, true);
            Map<TrackedCall, CallRecord> records = addCalls(rows, due(all));
            long reached =
                    batch.isEmpty() ? applied : batch.get(batch.size() - 1).position();
            tables.addProgress(rows, reached);
            rows.execute();
            connection.commit();
            records.forEach((call, as) -> calls.saved(call, as, System.nanoTime()));
            reached(reached);
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            if (connection.isValid(VALIDITY_SECONDS)) {
                refusals++;
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void fold(Connection connection, List<Positioned> batch) throws SQLException {
        for (Positioned each : batch) {
            if (each.entry() instanceof CallEvent event) {
                calls.prepare(connection, event);
            }
        }
        for (Positioned each : batch) {
            if (each.entry() instanceof CallEvent event) {
                calls.apply(event);
            }
        }
    }

    private void addEntries(Batch rows, List<Positioned> batch, boolean filesToo) throws SQLException {
        Map<AgentId, AgentEvent> latest = new LinkedHashMap<>();
        List<WrapUpEvent> wrapUps = new ArrayList<>();
        List<StandingLegEvent> standingLegs = new ArrayList<>();
        for (Positioned each : batch) {
            if (each.entry() instanceof CallEvent event) {
                tables.addEvent(rows, each.position(), event);
                if (filesToo) {
                    tables.addFiles(rows, event);
                }
            } else if (each.entry() instanceof AgentEvent event) {
                tables.addEvent(rows, each.position(), event);
                latest.put(event.agent(), event);
            } else if (each.entry() instanceof WrapUpEvent event) {
                wrapUps.add(event);
            } else if (each.entry() instanceof StandingLegEvent event) {
                standingLegs.add(event);
            }
        }
        tables.addWrapUps(rows, wrapUps);
        tables.addStandingLegs(rows, standingLegs);
        for (AgentEvent event : latest.values()) {
            tables.addState(rows, event);
        }
    }

    private Map<TrackedCall, CallRecord> addCalls(Batch rows, List<TrackedCall> due) throws SQLException {
        Map<TrackedCall, CallRecord> records = new LinkedHashMap<>();
        for (TrackedCall call : due) {
            CallRecord record = call.record();
            tables.addCall(rows, call, record);
            records.put(call, record);
        }
        return records;
    }

    private List<TrackedCall> due(boolean all) {
        long now = System.nanoTime();
        long refresh = settings.refresh().toNanos();
        return calls.unsaved().stream()
                .filter(call -> all || call.due(now, refresh))
                .toList();
    }

    private void reached(long position) {
        synchronized (progress) {
            applied = position;
            settled = calls.unsaved().isEmpty();
            progress.notifyAll();
        }
        onApplied.accept(position);
    }

    boolean awaitSettled(long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        hurry = true;
        try {
            backlog.wake();
            LockSupport.unpark(thread);
            synchronized (progress) {
                while (applied < position || !settled) {
                    long rest = (deadline - System.nanoTime()) / 1_000_000;
                    if (rest <= 0) {
                        return false;
                    }
                    progress.wait(Math.min(rest, 20));
                    backlog.wake();
                }
                return true;
            }
        } finally {
            hurry = false;
        }
    }

    void close(Duration atMost) {
        closing = true;
        backlog.wake();
        LockSupport.unpark(thread);
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            log.warn("The database lacks the journal's entries from {} on; they follow at the next start", applied + 1);
        }
        abandon();
    }

    void abandon() {
        abandoned = true;
        backlog.wake();
        LockSupport.unpark(thread);
    }

    /** The last resort: each entry in its own transaction, and what the database refuses is left out. */
    private final class OneByOne {

        private final Connection connection;

        OneByOne(Connection connection) {
            this.connection = connection;
        }

        void write(List<Positioned> batch, List<TrackedCall> due) throws SQLException {
            connection.setAutoCommit(false);
            try {
                for (Positioned each : batch) {
                    if (each.position() > applied) {
                        attempt(each.entry(), rows -> addEntries(rows, List.of(each), false), each.position());
                        if (each.entry() instanceof CallEvent event) {
                            attempt(each.entry(), rows -> tables.addFiles(rows, event), each.position());
                        }
                        reached(each.position());
                    }
                }
                for (TrackedCall call : due) {
                    CallRecord as = call.record();
                    attempt(as, rows -> tables.addCall(rows, call, as), applied);
                    calls.saved(call, as, System.nanoTime());
                    reached(applied);
                }
            } finally {
                connection.setAutoCommit(true);
            }
        }

        private void attempt(Object what, Addition addition, long position) throws SQLException {
            try (Batch rows = new Batch(connection)) {
                addition.to(rows);
                tables.addProgress(rows, position);
                rows.execute();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                if (!connection.isValid(VALIDITY_SECONDS)) {
                    throw e;
                }
                log.error("The database refuses this and goes without it: {}", what, e);
                try (Batch rows = new Batch(connection)) {
                    tables.addProgress(rows, position);
                    rows.execute();
                    connection.commit();
                }
            }
        }
    }

    /** Adds rows to a batch. */
    private interface Addition {
        void to(Batch rows) throws SQLException;
    }
}
