package io.zongji.store.recovery;

import java.time.Duration;
import java.util.Optional;

/** Makes a recording playable whose writing was cut off; the media server's part in the recovery. */
@FunctionalInterface
public interface RecordingRepair {

    /**
     * Repairs a file and says what is in it now.
     *
     * @param file path below the recordings folder
     * @return empty when there is no such file, or nothing usable in it
     */
    Optional<Repaired> repair(String file);

    /**
     * A file after its repair.
     *
     * @param size in bytes
     * @param sha256 lower-case hex of the whole file
     */
    record Repaired(Duration duration, long size, String sha256) {}
}
