package io.zongji.store.journal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the frames of one segment from its start. Ends at the first frame that is cut off or damaged: what a crash left half-written is no
 * part of the log. Not thread-safe; may read a segment that is still being written.
 */
final class SegmentReader implements Closeable {

    private final DataInputStream in;
    private long intactBytes;
    private boolean ended;

    SegmentReader(Segment segment) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(segment.path()), 1 << 16));
        ended = !Arrays.equals(in.readNBytes(Segment.MAGIC.length), Segment.MAGIC);
        intactBytes = ended ? 0 : Segment.MAGIC.length;
    }

    /** The next whole frame, or empty at the end of what can be read. */
    Optional<Frame> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            int length = in.readInt();
            int crc = in.readInt();
            if (length > 0 && length <= Frame.MAX_BODY_BYTES) {
                byte[] body = in.readNBytes(length);
                if (body.length == length && Frame.isIntact(body, crc)) {
                    intactBytes += Frame.HEADER_BYTES + length;
                    return Optional.of(Frame.decode(body));
                }
            }
        } catch (EOFException e) {
            // a header cut off: the end, like any other torn frame
        }
        ended = true;
        return Optional.empty();
    }

    /** Length of the part of the file that holds whole frames, as far as it was read. */
    long intactBytes() {
        return intactBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
