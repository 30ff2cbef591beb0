package io.zongji.store.journal;

import io.zongji.domain.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private LogCursor cursor;
    private long cursorPosition;
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

    /** The next entries behind the position, in order; empty when there are none. Only what the log refused can be missing. */
    List<Positioned> after(long position, int atMost) throws IOException {
        while (true) {
            long firstInMemory;
            synchronized (this) {
                while (!recent.isEmpty() && recent.peek().position() <= position) {
                    recent.poll();
                }
                firstInMemory = firstInMemory();
                if (firstInMemory == position + 1) {
                    return take(atMost);
                }
            }
            List<Positioned> older = readLog(position, firstInMemory, atMost);
            if (!older.isEmpty()) {
                return older;
            }
            synchronized (this) {
                // else memory has gone on meanwhile, and what it dropped is in the log
                if (firstInMemory() == firstInMemory) {
                    return take(atMost);
                }
            }
        }
    }

    private long firstInMemory() {
        return recent.isEmpty() ? lastPosition + 1 : recent.peek().position();
    }

    /** Copies, does not remove: what was not written in the end is asked for again. */
    private List<Positioned> take(int atMost) {
        return recent.stream().limit(atMost).toList();
    }

    /** Goes on where the last reading stopped, so that catching up reads the log once. */
    private List<Positioned> readLog(long position, long before, int atMost) throws IOException {
        if (cursor != null && cursorPosition == position) {
            List<Positioned> entries = readCursor(position, before, atMost);
            if (!entries.isEmpty()) {
                return entries;
            }
        }
        // a fresh cursor also sees what was appended since the old one was made
        openCursor(position);
        return readCursor(position, before, atMost);
    }

    private List<Positioned> readCursor(long position, long before, int atMost) throws IOException {
        List<Positioned> entries = new ArrayList<>();
        while (cursor != null && entries.size() < atMost) {
            Optional<Frame> frame = cursor.next();
            if (frame.isPresent()) {
                addEntries(frame.get(), position, before, entries);
            }
            if (frame.isEmpty() || frame.get().lastPosition() + 1 >= before) {
                closeCursor();
            }
        }
        return entries;
    }

    private void addEntries(Frame frame, long position, long before, List<Positioned> entries) {
        long each = frame.firstPosition();
        for (byte[] bytes : frame.entries()) {
            if (each > position && each < before) {
                entries.add(new Positioned(each, EntryCodec.decode(bytes)));
                cursorPosition = each;
            }
            each++;
        }
    }

    private void openCursor(long position) throws IOException {
        closeCursor();
        cursor = log.read(position + 1);
        cursorPosition = position;
    }

    /** Called by the reader when it is done. */
    void close() {
        try {
            closeCursor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeCursor() throws IOException {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
