package io.zongji.sbb.events;

/** The file is closed (or failed); the call may be closed as well. Follows each {@link RecordingOpened} once. */
public record RecordingClosed(String recordingId) {}
