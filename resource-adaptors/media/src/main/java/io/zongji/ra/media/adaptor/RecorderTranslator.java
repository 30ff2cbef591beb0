package io.zongji.ra.media.adaptor;

import io.zongji.media.RecordingListener;
import io.zongji.media.RecordingOrder;
import io.zongji.media.recording.RecordingResult;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderEvent.StopReason;
import io.zongji.ra.media.RecorderEvent.Type;
import io.zongji.ra.media.RecorderSettings;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the media server says of one recording into the events of the resource adaptor type. */
final class RecorderTranslator implements RecordingListener {
    private static final Logger log = LoggerFactory.getLogger(RecorderTranslator.class);

    private final String recorder;
    private final String recordingId;
    private final MediaDriver.Events events;
    private final Consumer<String> gone;
    private volatile boolean ended;

    RecorderTranslator(String recorder, RecorderSettings settings, MediaDriver.Events events, Consumer<String> gone) {
        this.recorder = recorder;
        this.recordingId = settings.recordingId();
        this.events = events;
        this.gone = gone;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void started(String file) {
        events.recorderEvent(
                recorder,
                new RecorderEvent(recordingId, Type.STARTED, file, Duration.ZERO, 0, null, null, MediaError.NONE));
    }

    @Override
    public void completed(RecordingResult result, RecordingOrder.End end) {
        events.recorderEvent(
                recorder,
                new RecorderEvent(
                        recordingId,
                        Type.COMPLETED,
                        result.file(),
                        result.duration(),
                        result.size(),
                        result.sha256(),
                        StopReason.valueOf(end.name()),
                        MediaError.NONE));
    }

    @Override
    public void failed(String file, Duration written, long size, String text) {
        log.warn("Recording {} failed after {}: {}", recordingId, written, text);
        events.recorderEvent(
                recorder,
                new RecorderEvent(
                        recordingId,
                        Type.FAILED,
                        file,
                        written,
                        size,
                        null,
                        StopReason.FAILED,
                        MediaError.STORAGE_FAILED));
    }

    @Override
    public void ended() {
        ended = true;
        gone.accept(recorder);
        events.recorderGone(recorder);
    }
}
