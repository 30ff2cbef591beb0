package io.zongji.sbb.events;

/** A part of the call records: the call stays open until {@link RecordingClosed} came. */
public record RecordingOpened(String recordingId) {}
