package io.zongji.media.sdp;

/** How a media line offers its packets to be protected. */
enum Security {
    NONE,
    /** Plain RTP with keys beside it: whoever answers with keys gets secure RTP. */
    OPTIONAL_KEYS,
    KEYS,
    /** Keys by a handshake over a path found by ICE: a browser. */
    HANDSHAKE
}
