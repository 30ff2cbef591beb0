package io.zongji.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Append-only log in segment files. An append is one {@code write()}: it is in the operating system's page cache when the call returns,
 * so it outlives the death of this process at any moment; {@link #force()} brings it to the disk against the death of the machine.
 *
 * <p>A file that was cut in the middle of a frame is shortened to its last whole frame when the log is opened, and new entries go to a new
 * segment. Thread-safe. {@link RandomAccessFile} on purpose: a channel would be closed by the interruption of a writing thread.
 */
final class WriteAheadLog implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(WriteAheadLog.class);

    private final Path directory;
    private final long segmentBytes;
    private final List<RandomAccessFile> toForce = new ArrayList<>();
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 13);
    private RandomAccessFile current;
    private long currentFirstPosition;
    private long intactEnd;
    private boolean dirty;
    private long lastPosition;

    private WriteAheadLog(Path directory, long segmentBytes) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
    }

    /** Opens or creates the log and cuts off what a crash left half-written. */
    static WriteAheadLog open(Path directory, long segmentBytes) {
        WriteAheadLog opened = new WriteAheadLog(directory, segmentBytes);
        try {
            Files.createDirectories(directory);
            for (Segment segment : Segment.list(directory)) {
                opened.lastPosition = Math.max(opened.lastPosition, repair(segment));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal in " + directory, e);
        }
        return opened;
    }

    /** Shortens the segment to its last whole frame and returns the last position in it. */
    private static long repair(Segment segment) throws IOException {
        long last = segment.firstPosition() - 1;
        long intact;
        try (SegmentReader reader = new SegmentReader(segment)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                last = Math.max(last, frame.get().lastPosition());
            }
            intact = reader.intactBytes();
        }
        long size = Files.size(segment.path());
        if (intact < size) {
            log.warn(
                    "Journal segment {} ends in a torn record: {} of {} bytes cut off",
                    segment.path(),
                    size - intact,
                    size);
            try (RandomAccessFile file = new RandomAccessFile(segment.path().toFile(), "rw")) {
                file.setLength(intact);
            }
        }
        return last;
    }

    /** The highest position in the log, 0 when it is empty. */
    synchronized long lastPosition() {
        return lastPosition;
    }

    /**
     * Appends a frame. When the write fails, nothing of it stays in the file.
     *
     * @throws IOException when it could not be written: disk full, directory gone
     */
    synchronized void append(Frame frame) throws IOException {
        int size = frame.encodedBytes();
        if (current != null && intactEnd + size > segmentBytes && intactEnd > Segment.MAGIC.length) {
            retireCurrent();
        }
        if (current == null) {
            startSegment(frame.firstPosition());
        }
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocate(Integer.highestOneBit(size) * 2);
        }
        frame.encode(buffer);
        try {
            current.write(buffer.array(), 0, size);
        } catch (IOException e) {
            dropTornEnd(e);
            throw e;
        }
        intactEnd += size;
        lastPosition = frame.lastPosition();
        dirty = true;
    }

    private void startSegment(long firstPosition) throws IOException {
        Segment segment = Segment.at(directory, firstPosition);
        RandomAccessFile file = new RandomAccessFile(segment.path().toFile(), "rw");
        try {
            file.setLength(0);
            file.write(Segment.MAGIC);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        current = file;
        currentFirstPosition = firstPosition;
        intactEnd = Segment.MAGIC.length;
    }

    private void dropTornEnd(IOException cause) {
        try {
            current.setLength(intactEnd);
            current.seek(intactEnd);
        } catch (IOException e) {
            cause.addSuppressed(e);
            retireCurrent();
        }
    }

    private void retireCurrent() {
        toForce.add(current);
        current = null;
    }

    /** Brings everything appended so far to the disk. Appends go on meanwhile. */
    void force() throws IOException {
        List<RandomAccessFile> retired;
        RandomAccessFile open;
        synchronized (this) {
            retired = List.copyOf(toForce);
            toForce.clear();
            open = dirty ? current : null;
            dirty = false;
        }
        for (RandomAccessFile file : retired) {
            try (file) {
                file.getFD().sync();
            }
        }
        if (open != null) {
            open.getChannel().force(false);
        }
    }

    /** Deletes the segments that hold nothing behind the position. The last one always stays: it remembers where the log is. */
    synchronized void deleteUpTo(long position) throws IOException {
        List<Segment> segments = Segment.list(directory);
        for (int i = 0; i + 1 < segments.size(); i++) {
            Segment segment = segments.get(i);
            boolean open = current != null && segment.firstPosition() == currentFirstPosition;
            if (!open && segments.get(i + 1).firstPosition() <= position + 1) {
                Files.deleteIfExists(segment.path());
            }
        }
    }

    /** Reads from the position on what is there now; the cursor may be used while others append. */
    LogCursor read(long fromPosition) {
        return new LogCursor(directory, fromPosition, lastPosition());
    }

    /**
     * The entries behind a position.
     *
     * @throws IOException when they cannot be read, or are not there any more
     */
    Stretch stretch(long position, int atMost) throws IOException {
        List<Positioned> entries = new ArrayList<>();
        long upTo = Math.max(position, lastPosition());
        try (LogCursor cursor = read(position + 1)) {
            for (Optional<Frame> frame = cursor.next(); frame.isPresent(); frame = cursor.next()) {
                long each = frame.get().firstPosition();
                if (entries.isEmpty() && each > position + 1) {
                    throw new IOException("The journal begins at " + each + ", behind " + (position + 1));
                }
                for (byte[] bytes : frame.get().entries()) {
                    if (each > position) {
                        entries.add(new Positioned(each, EntryCodec.decode(bytes)));
                    }
                    each++;
                }
                if (entries.size() >= atMost) {
                    // A frame stays whole: a few more than asked for do no harm.
                    return new Stretch(entries, each - 1);
                }
            }
        }
        return new Stretch(entries, upTo);
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (current != null) {
                retireCurrent();
            }
        }
        force();
    }
}
