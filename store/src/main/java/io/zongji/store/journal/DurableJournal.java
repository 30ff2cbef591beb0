package io.zongji.store.journal;

import io.zongji.domain.TenantId;
import io.zongji.domain.journal.Journal;
import io.zongji.domain.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The call centre's journal. When {@link #append} returns, the entry is in the operating system's hands and outlives the death of this
 * process; within 200 ms it is on the disk. Subscribers hear it in order on threads of their own, and a background thread writes it to the
 * database, which may be slow or away for hours without a call noticing.
 *
 * <p>When the disk refuses a write, calls go on: the entry still reaches subscribers and the database, and the failure is logged.
 * Thread-safe.
 */
public final class DurableJournal implements Journal, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DurableJournal.class);

    private final JournalSettings settings;
    private final WriteAheadLog writeAheadLog;
    private final Backlog backlog;
    private final DatabaseWriter writer;
    private final PastEntries past;
    private final ScheduledExecutorService background;
    private final List<Dispatch> subscribers = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private long lastPosition;
    private long unwritten;
    private long markedPosition;
    private long markedAtNanos = System.nanoTime();

    private DurableJournal(
            JournalSettings settings,
            WriteAheadLog writeAheadLog,
            RecordTables tables,
            PastEntries past,
            long applied) {
        this.settings = settings;
        this.writeAheadLog = writeAheadLog;
        this.past = past;
        this.markedPosition = applied;
        this.lastPosition = Math.max(writeAheadLog.lastPosition(), applied);
        this.backlog = new Backlog(writeAheadLog, lastPosition, settings.entriesInMemory());
        this.writer = new DatabaseWriter(backlog, tables, settings, applied, this::forget);
        this.background = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "zongji-journal-force");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens the journal below a directory with the usual settings. */
    public static DurableJournal open(Path directory, DataSource database) {
        return open(directory, database, TenantId.DEFAULT, JournalSettings.USUAL);
    }

    /**
     * Opens the journal and begins to write what the database lacks.
     *
     * @param directory holds the log; made when missing
     * @param database has the current schema
     * @throws JournalException when the log or the database cannot be read
     */
    public static DurableJournal open(Path directory, DataSource database, TenantId tenant, JournalSettings settings) {
        WriteAheadLog writeAheadLog = WriteAheadLog.open(directory, settings.segmentBytes());
        RecordTables tables = new RecordTables(database, tenant);
        DurableJournal journal = new DurableJournal(
                settings, writeAheadLog, tables, new PastEntries(database), tables.appliedPosition());
        journal.start();
        return journal;
    }

    private void start() {
        long millis = settings.forceInterval().toMillis();
        background.scheduleWithFixedDelay(this::force, millis, millis, TimeUnit.MILLISECONDS);
        writer.start();
    }

    @Override
    public void append(JournalEntry entry) {
        append(List.of(entry));
    }

    /** After a crash either all of them are there or none. */
    @Override
    public void append(List<? extends JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<byte[]> encoded = new ArrayList<>(entries.size());
        for (JournalEntry entry : entries) {
            encoded.add(EntryCodec.encode(entry));
        }
        synchronized (order) {
            long first = lastPosition + 1;
            lastPosition += entries.size();
            write(new Frame(first, encoded));
            backlog.add(first, entries);
            tell(first, entries);
        }
    }

    private void tell(long first, List<? extends JournalEntry> entries) {
        List<Positioned> told = new ArrayList<>(entries.size());
        for (JournalEntry entry : entries) {
            told.add(new Positioned(first + told.size(), entry));
        }
        for (Dispatch subscriber : subscribers) {
            subscriber.offer(told);
        }
    }

    private void write(Frame frame) {
        try {
            writeAheadLog.append(frame);
        } catch (IOException e) {
            if (unwritten++ % 1000 == 0) {
                log.error(
                        "The journal cannot be written to the disk; calls go on unsecured ({} entries so far)",
                        unwritten,
                        e);
            }
        }
    }

    private void force() {
        try {
            writeAheadLog.force();
        } catch (IOException | RuntimeException e) {
            log.error("The journal cannot be brought to the disk", e);
        }
    }

    /** Called by the writing thread only. What was applied a while ago is deleted: by now the database has it on its disk as well. */
    private void forget(long applied) {
        long now = System.nanoTime();
        if (now - markedAtNanos < settings.keep().toNanos()) {
            return;
        }
        try {
            writeAheadLog.deleteUpTo(markedPosition);
        } catch (IOException | RuntimeException e) {
            log.warn("Old journal segments cannot be deleted", e);
        }
        markedPosition = applied;
        markedAtNanos = now;
    }

    @Override
    public Subscription subscribe(Consumer<JournalEntry> subscriber) {
        return follow(positioned -> subscriber.accept(positioned.entry()));
    }

    /** As {@link #subscribe}, with positions: who falls too far behind sees by them what was left out, and reads it with {@link #after}. */
    public Subscription follow(Consumer<Positioned> subscriber) {
        Dispatch dispatch = new Dispatch(subscriber, settings.entriesPerSubscriber(), subscribers::remove);
        synchronized (order) {
            subscribers.add(dispatch);
        }
        dispatch.start();
        return dispatch;
    }

    /**
     * What was appended behind a position, in order: from the database, and from the log what the database does not have yet.
     *
     * @param atMost how many entries
     * @throws JournalException when it cannot be read now
     */
    public Stretch after(long position, int atMost) {
        long applied = appliedPosition();
        if (position < applied) {
            return past.between(position, applied, atMost);
        }
        try {
            return writeAheadLog.stretch(position, atMost);
        } catch (IOException | RuntimeException e) {
            if (appliedPosition() > position) {
                // It has come to the database meanwhile, and the log may have forgotten it.
                return past.between(position, appliedPosition(), atMost);
            }
            throw new JournalException("The journal cannot be read from " + (position + 1) + " on", e);
        }
    }

    /** The position of the oldest entry that is kept; one behind the newest when there is none. */
    public long oldestPosition() {
        long oldest = past.oldest();
        return oldest > 0 ? oldest : appliedPosition() + 1;
    }

    /** The position of the newest entry; 0 when there has never been one. */
    public long lastPosition() {
        synchronized (order) {
            return lastPosition;
        }
    }

    /** The position up to which the database has everything. */
    public long appliedPosition() {
        return writer.appliedPosition();
    }

    /**
     * Waits until the database has everything that was appended before this call, records included.
     *
     * @return false when the time ran out first
     */
    public boolean awaitApplied(Duration atMost) throws InterruptedException {
        return writer.awaitSettled(lastPosition(), atMost);
    }

    /** Writes what is left to the database for at most ten seconds, then closes the log. What is still missing is written at the next start. */
    @Override
    public void close() {
        writer.close(Duration.ofSeconds(10));
        background.shutdown();
        subscribers.forEach(Dispatch::close);
        try {
            writeAheadLog.close();
        } catch (IOException e) {
            throw new JournalException("The journal cannot be closed", e);
        }
    }

    /** Stops at once as a crash would: nothing is flushed, forced or written any more. For tests of recovery. */
    void abandon() {
        background.shutdownNow();
        writer.abandon();
        subscribers.forEach(Dispatch::close);
    }
}
