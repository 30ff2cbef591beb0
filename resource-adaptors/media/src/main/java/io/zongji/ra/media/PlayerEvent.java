package io.zongji.ra.media;

/**
 * A play ended.
 *
 * @param playId the request's id
 * @param error  {@link MediaError#NONE} unless the reason is {@code FAILED}
 */
public record PlayerEvent(String playId, Reason reason, MediaError error) {

    /** Why it ended. */
    public enum Reason {
        END_OF_PLAY_LIST,
        BARGE_IN,
        STOPPED,
        FAILED
    }
}
