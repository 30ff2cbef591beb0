package io.zongji.sbb;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Where a recording's file lies below the recordings folder: one folder a day, so that none grows without end. */
public final class RecordingPath {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private RecordingPath() {}

    /** For example {@code 2026/11/21/01J…-talk.wav}. */
    public static String of(String recordingId, Instant at, ZoneId zone) {
        return DAY.withZone(zone).format(at) + "/" + recordingId + ".wav";
    }
}
