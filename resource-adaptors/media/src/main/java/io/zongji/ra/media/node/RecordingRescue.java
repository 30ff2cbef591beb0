package io.zongji.ra.media.node;

import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.recording.RecordingResult;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.adaptor.MediaDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Finishes the files that a lost media node left in the common folder, and tells the end of its recorders. */
final class RecordingRescue {
    private final Path recordings;
    private final MediaDriver.Events events;

    RecordingRescue(Path recordings, MediaDriver.Events events) {
        this.recordings = recordings;
        this.events = events;
    }

    /** A node that was only cut off may still write: it does not reach the files any more. */
    void rescue(Map<String, RecorderSettings> recorders) {
        recorders.forEach((recorder, settings) -> {
            events.recorderEvent(
                    recorder,
                    RecordingRepair.one(recordings, settings.recordingId())
                            .map(result -> completed(settings, result))
                            .orElseGet(() -> failed(settings, MediaError.NODE_LOST)));
            events.recorderGone(recorder);
        });
    }

    private static RecorderEvent completed(RecorderSettings settings, RecordingResult result) {
        return new RecorderEvent(
                settings.recordingId(),
                RecorderEvent.Type.COMPLETED,
                result.file(),
                result.duration(),
                result.size(),
                result.sha256(),
                RecorderEvent.StopReason.NODE_LOST,
                MediaError.NONE);
    }

    static RecorderEvent failed(RecorderSettings settings, MediaError error) {
        return new RecorderEvent(
                settings.recordingId(),
                RecorderEvent.Type.FAILED,
                settings.file(),
                Duration.ZERO,
                0,
                null,
                RecorderEvent.StopReason.FAILED,
                error);
    }
}
