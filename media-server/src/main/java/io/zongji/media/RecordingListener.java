package io.zongji.media;

import io.zongji.media.recording.RecordingResult;
import java.time.Duration;

/**
 * Hears of one recording on the media server's event thread: {@code started}, then {@code completed} or {@code failed},
 * and {@code ended} last in any case.
 */
public interface RecordingListener {

    default void started(String file) {}

    default void completed(RecordingResult result, RecordingOrder.End end) {}

    /** The disk is full or not writable; what was written stays. */
    default void failed(String file, Duration written, long size, String text) {}

    /** Nothing follows. */
    default void ended() {}
}
