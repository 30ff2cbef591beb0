package io.zongji.store.recovery;

import io.zongji.domain.CallId;
import java.time.Duration;
import java.util.List;
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
     * The files of messages that a caller was leaving when the process ended, oldest first. The journal speaks of a message only when it is
     * complete. To be repaired as any other.
     */
    default List<String> messagesOf(CallId call) {
        return List.of();
    }

    /**
     * A file after its repair.
     *
     * @param size in bytes
     * @param sha256 lower-case hex of the whole file
     */
    record Repaired(Duration duration, long size, String sha256) {}
}
