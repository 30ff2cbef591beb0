package io.zongji.ra.media;

/**
 * Collects the digits of one party, whether they come as telephone events (RFC 4733), as tones where events were not agreed
 * on, or by signalling. Digits that arrive while nothing collects are kept (up to 32) and counted
 * towards the next collection, so a caller may dial ahead; {@link #flushBuffer()} forgets them.
 */
public interface SignalDetector {

    /** Starts a collection; its end comes as a {@link SignalDetectorEvent}. A running one ends with {@code STOPPED}. */
    void receiveSignals(CollectRequest request);

    /** Ends a running collection with {@code STOPPED}. */
    void stop();

    void flushBuffer();

    /**
     * Counts digits that the party's phone told by signalling (SIP INFO) as pressed. They have no effect on the collection
     * if the phone tells them by telephone events too.
     *
     * @param digits 0-9, *, #, A-D
     * @throws IllegalArgumentException if there is anything else among them
     */
    void signalled(String digits);
}
