package io.zongji.media.sdp;

/** Whom an offer is for: they speak media so differently that one offer cannot serve both. */
public enum PeerKind {
    /** A phone or trunk: RTP, secure as the policy says. */
    PHONE,
    /** WebRTC: ICE, DTLS-SRTP, one port. */
    BROWSER
}
