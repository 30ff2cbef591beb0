package io.zongji.ra.media;

import java.time.Duration;

/**
 * A recording started or ended.
 *
 * @param recordingId the recording's id
 * @param file        path below the recordings folder
 * @param duration    how much was recorded; zero for {@code STARTED}
 * @param size        bytes of the file
 * @param sha256      lower-case hex of the finished file; null unless {@code COMPLETED}
 * @param reason      why it ended; null for {@code STARTED}
 */
public record RecorderEvent(
        String recordingId,
        Type type,
        String file,
        Duration duration,
        long size,
        String sha256,
        StopReason reason,
        MediaError error) {

    /** What happened. */
    public enum Type {
        STARTED,
        COMPLETED,
        FAILED
    }

    /** Why a recording ended. */
    public enum StopReason {
        STOPPED,
        MAX_DURATION,
        SILENCE,
        /** The last of its connections was released. */
        CONNECTIONS_GONE,
        /** The machine that recorded was lost; the file holds what it had written. */
        NODE_LOST,
        FAILED
    }
}
