package io.zongji.ra.media;

/**
 * An offer or answer is ready, or failed.
 *
 * @param sdp   our description for {@code OFFER_GENERATED} and {@code ANSWER_GENERATED}, else null
 * @param error {@link MediaError#NONE} unless the type is {@code FAILED}
 * @param text  a sentence for logs; may be null
 */
public record SdpPortManagerEvent(Type type, String sdp, MediaError error, String text) {

    /** What happened. */
    public enum Type {
        OFFER_GENERATED,
        ANSWER_GENERATED,
        ANSWER_PROCESSED,
        FAILED
    }
}
