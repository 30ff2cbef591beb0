package io.zongji.store.recording;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where finished recordings are kept: a folder, maybe of another machine, or anything else that keeps named files. Names are
 * paths with forward slashes. Implementations are thread-safe and may be slow.
 */
public interface RecordingStorage {

    /** Keeps a copy of a local file; when it returns, the copy is complete and survives a crash. Replaces what had the name. */
    void put(String name, Path source) throws IOException;

    /** @throws java.io.FileNotFoundException if there is none */
    AudioFile open(String name) throws IOException;

    /** Does nothing if there is none. */
    void delete(String name) throws IOException;
}
