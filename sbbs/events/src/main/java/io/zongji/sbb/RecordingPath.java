package io.zongji.sbb;

import io.zongji.domain.CallId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Where a recording's file lies below the recordings folder: one folder a day, so that none grows without end. */
public final class RecordingPath {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private static final String MESSAGE = "-message-";

    private RecordingPath() {}

    /** The id of the message that a caller leaves in a step of the flow. */
    public static String messageId(CallId call, int step) {
        return call + MESSAGE + step;
    }

    /** Whether a file holds a message that was left in the call. */
    public static boolean isMessageOf(CallId call, String file) {
        return file.substring(file.lastIndexOf('/') + 1).startsWith(call + MESSAGE);
    }

    /** For example {@code 2026/11/21/01J…-talk.wav}. */
    public static String of(String recordingId, Instant at, ZoneId zone) {
        return DAY.withZone(zone).format(at) + "/" + recordingId + ".wav";
    }
}
