package io.zongji.store.recording;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds recordings' files by the names that the database has. Thread-safe. */
public final class RecordingFiles {

    private final Path spool;

    /** @param spool where recordings are written */
    public RecordingFiles(Path spool) {
        this.spool = spool.toAbsolutePath().normalize();
    }

    /**
     * Opens a file for reading.
     *
     * @param file path below the recordings folder
     * @throws FileNotFoundException if there is none, or the path leads out of the folder
     */
    public AudioFile open(String file) throws IOException {
        Path path = spool.resolve(file).normalize();
        // Even a row that was tampered with leads nowhere else.
        if (!path.startsWith(spool) || !Files.isRegularFile(path)) {
            throw new FileNotFoundException("No recording " + file);
        }
        return AudioFile.plain(path);
    }
}
