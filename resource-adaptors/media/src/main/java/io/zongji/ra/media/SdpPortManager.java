package io.zongji.ra.media;

/**
 * Offer and answer of one connection (RFC 3264). Outcomes are {@link SdpPortManagerEvent}s on the connection's activity.
 */
public interface SdpPortManager {

    /** Makes an offer to a phone, or whatever the session has agreed to be; see {@link #generateSdpOffer(Peer)}. */
    default void generateSdpOffer() {
        generateSdpOffer(Peer.PHONE);
    }

    /** Makes an offer with all codecs we speak; outcome {@code OFFER_GENERATED}. A leg of a browser remains one. */
    void generateSdpOffer(Peer peer);

    /** Answers an offer, first or renewed; outcome {@code ANSWER_GENERATED} or an error. */
    void processSdpOffer(String offer);

    /** Takes the answer to our offer; outcome {@code ANSWER_PROCESSED} or an error. */
    void processSdpAnswer(String answer);

    /** Whom an offer is for. */
    enum Peer {
        /** A phone or trunk: RTP, secure as it is configured. */
        PHONE,
        /** A page that is new to this leg: WebRTC (ICE, DTLS-SRTP, one port). After another page it replaces that. */
        BROWSER
    }
}
