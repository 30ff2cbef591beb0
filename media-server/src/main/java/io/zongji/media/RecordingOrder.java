package io.zongji.media;

import java.time.Duration;
import java.util.Objects;

/**
 * What and how long to record.
 *
 * @param id          the recording's id
 * @param file        path below the recordings folder, with forward slashes
 * @param maxDuration null for no limit
 * @param maxSilence  nobody speaking for this long ends it; null for no limit
 */
public record RecordingOrder(String id, String file, Duration maxDuration, Duration maxSilence) {
    public RecordingOrder {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
    }

    /** Why a recording ended. */
    public enum End {
        STOPPED,
        MAX_DURATION,
        SILENCE,
        /** The last of its connections was released. */
        CONNECTIONS_GONE,
        FAILED
    }
}
