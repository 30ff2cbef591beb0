package io.zongji.ra.media;

/** Something happened to a connection that nobody asked for. */
public record ConnectionEvent(Type type, String text) {

    /** What happened. */
    public enum Type {
        /** No RTP came for the configured time, though the party should send; again after as long, until it comes. */
        RTP_TIMEOUT,
        /** RTP flows, for the first time or again. */
        RTP_FLOWING,
        /**
         * The connection is on another machine now, because its own was lost or its call is there. Its party has still to be
         * told, by a new offer; joins go on then, and what was played or collected begins anew.
         */
        MOVED,
        /** The media server lost this connection; nothing follows. */
        FAILED
    }
}
