package io.zongji.store.journal;

import io.zongji.domain.journal.JournalEntry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the database does not have yet. The newest entries are kept in memory; when the database is far behind, the older ones are dropped
 * here and read back from the log. Thread-safe: calls append, one writer takes.
 */
final class Backlog {

    private final WriteAheadLog log;
    private final int capacity;
    private final Deque<Positioned> recent = new ArrayDeque<>();
    private long lastPosition;
    private boolean readerWaits;
    private boolean woken;

    /**
     * @param lastPosition the last position the log holds now; everything up to it is read from there
     * @param capacity how many entries to keep in memory at most
     */
    Backlog(WriteAheadLog log, long lastPosition, int capacity) {
        this.log = log;
        this.lastPosition = lastPosition;
        this.capacity = capacity;
    }

    synchronized void add(long firstPosition, List<? extends JournalEntry> entries) {
        long position = firstPosition;
        for (JournalEntry entry : entries) {
            if (recent.size() >= capacity) {
                recent.poll();
            }
            recent.add(new Positioned(position, entry));
            lastPosition = position++;
        }
        if (readerWaits) {
            readerWaits = false;
            notifyAll();
        }
    }

    synchronized long lastPosition() {
        return lastPosition;
    }

    /** Waits until there is something behind the position, at most so long; ends early after {@link #wake}. */
    synchronized void await(long position, long millis) throws InterruptedException {
        if (lastPosition <= position && millis > 0 && !woken) {
            readerWaits = true;
            wait(millis);
            readerWaits = false;
        }
        woken = false;
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** The next entries behind the position, in order; empty when there are none. */
    List<Positioned> after(long position, int atMost) throws IOException {
        long firstInMemory;
        synchronized (this) {
            while (!recent.isEmpty() && recent.peek().position() <= position) {
                recent.poll();
            }
            firstInMemory = recent.isEmpty() ? lastPosition + 1 : recent.peek().position();
            if (firstInMemory == position + 1) {
                return take(atMost);
            }
        }
        List<Positioned> older = readLog(position, firstInMemory, atMost);
        if (!older.isEmpty()) {
            return older;
        }
        synchronized (this) {
            return take(atMost);
        }
    }

    /** Copies, does not remove: what was not written in the end is asked for again. */
    private List<Positioned> take(int atMost) {
        return recent.stream().limit(atMost).toList();
    }

    private List<Positioned> readLog(long position, long before, int atMost) throws IOException {
        List<Positioned> entries = new ArrayList<>();
        try (LogCursor cursor = log.read(position + 1)) {
            Optional<Frame> frame = cursor.next();
            while (frame.isPresent() && frame.get().firstPosition() < before && entries.size() < atMost) {
                long each = frame.get().firstPosition();
                for (byte[] bytes : frame.get().entries()) {
                    if (each > position && each < before) {
                        entries.add(new Positioned(each, EntryCodec.decode(bytes)));
                    }
                    each++;
                }
                frame = cursor.next();
            }
        }
        return entries;
    }
}
