package io.zongji.store.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The entries that one append put into the log: all of them are read back, or none. On disk: body length, CRC-32C of the body, body; the
 * body is the first entry's position, the number of entries, then length and bytes of each.
 *
 * @param firstPosition position of the first entry; the others follow without gaps
 * @param entries the encoded entries, never empty
 */
record Frame(long firstPosition, List<byte[]> entries) {

    static final int HEADER_BYTES = 8;
    static final int MAX_BODY_BYTES = 64 * 1024 * 1024;
    private static final int BODY_PREFIX_BYTES = 12;

    Frame {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A frame needs at least one entry");
        }
    }

    long lastPosition() {
        return firstPosition + entries.size() - 1;
    }

    int encodedBytes() {
        int size = HEADER_BYTES + BODY_PREFIX_BYTES;
        for (byte[] entry : entries) {
            size += Integer.BYTES + entry.length;
        }
        return size;
    }

    /** Writes header and body into the buffer's array from its start; the buffer must be array-backed and large enough. */
    void encode(ByteBuffer target) {
        target.clear().position(HEADER_BYTES);
        target.putLong(firstPosition).putInt(entries.size());
        for (byte[] entry : entries) {
            target.putInt(entry.length).put(entry);
        }
        int end = target.position();
        CRC32C crc = new CRC32C();
        crc.update(target.array(), HEADER_BYTES, end - HEADER_BYTES);
        target.putInt(0, end - HEADER_BYTES).putInt(4, (int) crc.getValue());
        target.flip();
    }

    /** Reads a body whose checksum was found right. */
    static Frame decode(byte[] body) {
        ByteBuffer source = ByteBuffer.wrap(body);
        long first = source.getLong();
        int count = source.getInt();
        List<byte[]> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[source.getInt()];
            source.get(entry);
            entries.add(entry);
        }
        return new Frame(first, entries);
    }

    static boolean isIntact(byte[] body, int expectedCrc) {
        CRC32C crc = new CRC32C();
        crc.update(body, 0, body.length);
        return (int) crc.getValue() == expectedCrc && body.length >= BODY_PREFIX_BYTES;
    }
}
