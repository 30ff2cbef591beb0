package io.zongji.ra.media.adaptor;

import io.zongji.ra.media.Recorder;

/** A recorder whose requests go to a driver. */
final class DrivenRecorder implements Recorder, MediaActivity {
    private final MediaDriver driver;
    private final String key;
    private final String recordingId;

    /** @param key names the recorder towards the driver; a recording's id may come again, a key may not */
    DrivenRecorder(MediaDriver driver, String key, String recordingId) {
        this.driver = driver;
        this.key = key;
        this.recordingId = recordingId;
    }

    @Override
    public String id() {
        return recordingId;
    }

    @Override
    public MediaActivityHandle handle() {
        return MediaActivityHandle.recorder(key);
    }

    @Override
    public void start() {
        driver.startRecorder(key);
    }

    @Override
    public void pause() {
        driver.pauseRecorder(key);
    }

    @Override
    public void resume() {
        driver.resumeRecorder(key);
    }

    @Override
    public void stop() {
        driver.stopRecorder(key);
    }

    @Override
    public void end() {
        driver.abandonRecorder(key);
    }

    @Override
    public String toString() {
        return "Recorder[" + recordingId + "]";
    }
}
