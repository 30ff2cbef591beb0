package io.zongji.ra.media;

/** One recording in progress: an activity that ends by itself after the {@code COMPLETED} event. */
public interface Recorder {

    /** The recording's name, as in its settings. */
    String id();

    /** Starts to write. */
    void start();

    /** Leaves out what follows, until {@link #resume()}; the gap is written as silence. */
    void pause();

    void resume();

    /** Closes the file; {@code COMPLETED} follows. Idempotent. */
    void stop();
}
