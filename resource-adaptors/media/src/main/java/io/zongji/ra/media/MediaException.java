package io.zongji.ra.media;

/** A media resource could not be made. */
public class MediaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final MediaError error;

    public MediaException(MediaError error, String message) {
        super(message);
        this.error = error;
    }

    public MediaError error() {
        return error;
    }
}
