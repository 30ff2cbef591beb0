package io.zongji.media;

/** Hears of one connection, in order, on the media server's event thread; should not block for long. */
public interface ConnectionListener {

    default void offerGenerated(String sdp) {}

    default void answerGenerated(String sdp) {}

    default void answerProcessed() {}

    default void sdpFailed(MediaFailure failure, String text) {}

    /** @param failure {@link MediaFailure#NONE} unless the end is {@code FAILED} */
    default void playEnded(String playId, Play.End end, MediaFailure failure) {}

    default void digitsCollected(String collectionId, DigitCollection.End end, String digits) {}

    /** RTP flows, for the first time or again. */
    default void rtpFlowing() {}

    /** No RTP came for the configured time, though the party should send; again after as long, until it comes. */
    default void rtpTimeout() {}

    /** The connection is gone; nothing follows. */
    default void released() {}
}
