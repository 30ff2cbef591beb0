package io.zongji.ra.media;

/** Something happened to a connection that nobody asked for. */
public record ConnectionEvent(Type type, String text) {

    /** What happened. */
    public enum Type {
        /** No RTP came for the configured time, though the party should send. Comes once until RTP flows again. */
        RTP_TIMEOUT,
        /** RTP flows, for the first time or again. */
        RTP_FLOWING,
        /** The media server lost this connection. */
        FAILED
    }
}
