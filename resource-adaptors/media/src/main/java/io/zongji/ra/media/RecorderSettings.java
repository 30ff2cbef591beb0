package io.zongji.ra.media;

import java.time.Duration;
import java.util.Objects;

/**
 * What and how long to record.
 *
 * @param recordingId  the recording's id; the file's name follows from it
 * @param file         path below the recordings folder, with forward slashes, ending in {@code .wav}
 * @param maxDuration  the recording stops by itself after this time; null for no limit
 * @param maxSilence   the recording stops by itself when nobody spoke for this long; null for no limit
 */
public record RecorderSettings(String recordingId, String file, Duration maxDuration, Duration maxSilence) {
    public RecorderSettings {
        Objects.requireNonNull(recordingId, "recordingId");
        Objects.requireNonNull(file, "file");
    }

    public static RecorderSettings conversation(String recordingId, String file) {
        return new RecorderSettings(recordingId, file, null, null);
    }
}
