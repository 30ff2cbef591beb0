package io.zongji.media.recording;

import java.time.Duration;

/**
 * A closed recording.
 *
 * @param id       the recording's id
 * @param file     path below the recordings folder
 * @param duration how long it plays
 * @param size     bytes
 * @param sha256   lower-case hex of the whole file
 */
public record RecordingResult(String id, String file, Duration duration, long size, String sha256) {}
