package io.zongji.ra.media;

/**
 * Offer and answer of one connection (RFC 3264). Outcomes are {@link SdpPortManagerEvent}s on the connection's activity.
 */
public interface SdpPortManager {

    /** Makes an offer with all codecs we speak; outcome {@code OFFER_GENERATED}. */
    void generateSdpOffer();

    /** Answers an offer, first or renewed; outcome {@code ANSWER_GENERATED} or an error. */
    void processSdpOffer(String offer);

    /** Takes the answer to our offer; outcome {@code ANSWER_PROCESSED} or an error. */
    void processSdpAnswer(String answer);
}
