package io.zongji.media;

/** A recorder of one or more connections; its fate comes to its {@link RecordingListener}. Safe for any thread. */
public final class MediaRecorder {
    private final MediaServer server;
    private final Recording recording;
    private final String id;

    MediaRecorder(MediaServer server, Recording recording, String id) {
        this.server = server;
        this.recording = recording;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Starts to write. */
    public void start() {
        server.startRecording(recording);
    }

    /** What follows is written as silence, until resumed; both places are marked in the file. */
    public void pause() {
        server.run(now -> recording.pause(now));
    }

    public void resume() {
        server.run(now -> recording.resume(now));
    }

    /** Stops when nobody is left to hear of it: the file is closed, and {@code RecordingRepair} tells of it at the next start. */
    public void abandon() {
        server.run(recording::abandon);
    }

    /** Closes the file, or ends a recorder that never started. Idempotent. */
    public void stop() {
        server.run(now -> recording.stop(RecordingOrder.End.STOPPED, now));
    }
}
