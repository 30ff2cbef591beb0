package io.zongji.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Walks through the frames of a log from a position up to a limit, across segments. The limit is the last position at the time the cursor
 * was taken, so that it never meets a frame that is just being written. Not thread-safe.
 */
final class LogCursor implements Closeable {

    private final Path directory;
    private final long limit;
    private long nextPosition;
    private Segment segment;
    private SegmentReader reader;

    LogCursor(Path directory, long fromPosition, long limit) {
        this.directory = directory;
        this.nextPosition = fromPosition;
        this.limit = limit;
    }

    /** The next frame that holds an entry at or behind the asked position; it may begin before it. */
    Optional<Frame> next() throws IOException {
        while (nextPosition <= limit && (reader != null || openFirst())) {
            Optional<Frame> frame = reader.next();
            if (frame.isEmpty()) {
                if (!openFollowing()) {
                    return Optional.empty();
                }
            } else if (frame.get().lastPosition() >= nextPosition) {
                nextPosition = frame.get().lastPosition() + 1;
                return frame;
            }
        }
        return Optional.empty();
    }

    private boolean openFirst() throws IOException {
        List<Segment> segments = Segment.list(directory);
        Segment first = null;
        for (Segment candidate : segments) {
            if (first == null || candidate.firstPosition() <= nextPosition) {
                first = candidate;
            }
        }
        return first != null && open(first);
    }

    private boolean openFollowing() throws IOException {
        for (Segment candidate : Segment.list(directory)) {
            if (candidate.firstPosition() > segment.firstPosition()) {
                close();
                return open(candidate);
            }
        }
        return false;
    }

    private boolean open(Segment next) throws IOException {
        try {
            reader = new SegmentReader(next);
            segment = next;
            return true;
        } catch (NoSuchFileException e) {
            throw new IOException("Journal segment vanished while it was read: " + next.path(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
