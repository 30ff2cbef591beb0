package io.zongji.store.recording;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The files of recordings by the names that the database has: in the spool, where they are written, or in the storage for
 * finished ones, sealed if there is a key. Thread-safe.
 */
public final class RecordingFiles {
    private static final String SEALED = ".sealed";
    private static final int PIECE = 64 * 1024;

    private final Path spoolFolder;
    private final RecordingStorage spool;
    private final RecordingStorage kept;
    private final RecordingKeys keys;

    /** Without keys and with no other place, files stay as and where they are written. */
    public static RecordingFiles in(Path spool) {
        return new RecordingFiles(spool, null, null);
    }

    /**
     * @param spool where recordings are written
     * @param kept  where finished ones are kept; null: in the spool too
     * @param keys  null: they are kept as they are
     */
    public RecordingFiles(Path spool, RecordingStorage kept, RecordingKeys keys) {
        this.spoolFolder = spool;
        this.spool = new FolderStorage(spool);
        this.kept = kept == null ? this.spool : kept;
        this.keys = keys;
    }

    /** Whether finished files are to be moved or sealed at all. */
    public boolean keepsElsewhere() {
        return kept != spool || keys != null;
    }

    /**
     * Opens a file for reading, wherever it is.
     *
     * @param file path below the recordings folder
     * @throws FileNotFoundException if there is none
     */
    public AudioFile open(String file) throws IOException {
        // In this order a file that is being moved is always found: it is deleted here only when it is there.
        for (int attempt = 0; ; attempt++) {
            try {
                return attempt == 0 ? spool.open(file) : attempt == 1 ? openSealed(file) : kept.open(file);
            } catch (FileNotFoundException e) {
                if (attempt == 2) {
                    throw e;
                }
            }
        }
    }

    private AudioFile openSealed(String file) throws IOException {
        AudioFile sealed = kept.open(file + SEALED);
        if (keys == null) {
            sealed.close();
            throw new IOException("The recording " + file + " is sealed and there are no keys");
        }
        return SealedFile.open(sealed, keys);
    }

    /**
     * Moves a finished file from the spool to where it is kept. What was written there is read again before the original is
     * deleted.
     *
     * @param sha256 what the file has to be
     * @return false if the file is not, or not any more, what it has to be; nothing was done then
     */
    public boolean keep(String file, String sha256) throws IOException {
        if (!sha256.equals(sha256(file).orElse(null))) {
            return false;
        }
        Path original = spoolFolder.resolve(file);
        if (!Files.exists(original)) {
            return true; // it was moved before, and the process ended before that was written down
        }
        if (keys == null) {
            kept.put(file, original);
            verify(kept.open(file), file, sha256);
        } else {
            Path half = spoolFolder.resolve(file + SEALED + ".part");
            try {
                try (InputStream in = Files.newInputStream(original);
                        OutputStream out = new BufferedOutputStream(Files.newOutputStream(half), PIECE)) {
                    SealedFile.seal(in, out, keys);
                }
                kept.put(file + SEALED, half);
            } finally {
                Files.deleteIfExists(half);
            }
            verify(openSealed(file), file, sha256);
        }
        Files.delete(original);
        return true;
    }

    private static void verify(AudioFile copy, String file, String sha256) throws IOException {
        if (!sha256.equals(sha256(copy))) {
            throw new IOException("The copy of " + file + " is not what was written");
        }
    }

    /** Deletes a file, wherever it is; does nothing if it is nowhere. */
    public void delete(String file) throws IOException {
        spool.delete(file);
        kept.delete(file);
        kept.delete(file + SEALED);
    }

    /** The check sum of a file's plain bytes in lower-case hex; empty when there is no such file. */
    public Optional<String> sha256(String file) throws IOException {
        try {
            return Optional.of(sha256(open(file)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String sha256(AudioFile opened) throws IOException {
        try (AudioFile file = opened) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (long at = 0; at < file.size(); ) {
                piece.clear();
                file.read(piece, at);
                if (!piece.flip().hasRemaining()) {
                    throw new EOFException("A file ends before its end");
                }
                at += piece.remaining();
                digest.update(piece);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
