package io.zongji.store.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file that is encrypted and authenticated in chunks of 64 KiB (AES-256-GCM), so that any place of it can be read without
 * the rest. Layout: {@code ZJSEAL01}, a byte with the length of the key's alias, the alias, 32 random bytes, then the chunks,
 * each with its tag of 16 bytes. The key is this file's own; a chunk's nonce is its number and whether it is the last. So a
 * chunk that was altered, moved, left out, or cut off at the end is found when it is read, and a changed header by the first.
 * For one thread.
 */
final class SealedFile implements AudioFile {
    static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;
    private static final int SALT = 32;
    private static final int MOST_HEADER = 8 + 1 + 255 + SALT;
    private static final byte[] MAGIC = "ZJSEAL01".getBytes(StandardCharsets.US_ASCII);
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final AudioFile sealed;
    private final byte[] header;
    private final SecretKeySpec key;
    private final long size;
    private final long chunks;
    private long openChunk = -1;
    private byte[] open = new byte[0];

    private SealedFile(AudioFile sealed, byte[] header, SecretKeySpec key) throws IOException {
        this.sealed = sealed;
        this.header = header;
        this.key = key;
        long body = sealed.size() - header.length;
        chunks = Math.max(1, (body + CHUNK + TAG - 1) / (CHUNK + TAG));
        size = body - chunks * TAG;
        if (size < 0) {
            throw new IOException("A sealed file is cut off");
        }
    }

    /** Seals all that the source has. */
    static void seal(InputStream source, OutputStream target, RecordingKeys keys) throws IOException {
        byte[] alias = keys.current().getBytes(StandardCharsets.UTF_8);
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] header = ByteBuffer.allocate(MAGIC.length + 1 + alias.length + SALT)
                .put(MAGIC)
                .put((byte) alias.length)
                .put(alias)
                .put(salt)
                .array();
        SecretKeySpec key = keys.fileKey(keys.current(), salt);
        target.write(header);
        byte[] chunk = source.readNBytes(CHUNK);
        for (long number = 0; ; number++) {
            byte[] next = chunk.length < CHUNK ? new byte[0] : source.readNBytes(CHUNK);
            boolean last = next.length == 0;
            target.write(crypt(Cipher.ENCRYPT_MODE, key, header, number, last, chunk));
            if (last) {
                return;
            }
            chunk = next;
        }
    }

    /** @throws IOException also if it is not a sealed file, or its key is not there; the file is closed then */
    static SealedFile open(AudioFile sealed, RecordingKeys keys) throws IOException {
        try {
            ByteBuffer begin = ByteBuffer.allocate((int) Math.min(MOST_HEADER, sealed.size()));
            sealed.read(begin, 0);
            byte[] bytes = begin.array();
            int alias = bytes.length > MAGIC.length ? bytes[MAGIC.length] & 0xFF : 0;
            int length = MAGIC.length + 1 + alias + SALT;
            if (bytes.length < length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw new IOException("Not a sealed file");
            }
            String name = new String(bytes, MAGIC.length + 1, alias, StandardCharsets.UTF_8);
            byte[] header = Arrays.copyOf(bytes, length);
            return new SealedFile(
                    sealed, header, keys.fileKey(name, Arrays.copyOfRange(header, length - SALT, length)));
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(ByteBuffer target, long position) throws IOException {
        long at = position;
        while (target.hasRemaining() && at < size) {
            byte[] chunk = chunk(at / CHUNK);
            int skip = (int) (at % CHUNK);
            int count = Math.min(target.remaining(), chunk.length - skip);
            target.put(chunk, skip, count);
            at += count;
        }
    }

    private byte[] chunk(long number) throws IOException {
        if (number != openChunk) {
            long first = header.length + number * (CHUNK + TAG);
            boolean last = number == chunks - 1;
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(CHUNK + TAG, sealed.size() - first));
            sealed.read(bytes, first);
            openChunk = -1;
            open = crypt(Cipher.DECRYPT_MODE, key, header, number, last, bytes.array());
            openChunk = number;
        }
        return open;
    }

    private static byte[] crypt(int mode, SecretKeySpec key, byte[] header, long number, boolean last, byte[] bytes)
            throws IOException {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            byte[] nonce =
                    ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number).array();
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(header);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException("A sealed file was altered, or its key is another one", e);
        }
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
