package io.zongji.ra.media;

/**
 * Collects the digits of one party (RFC 4733). Digits that arrive while nothing collects are kept (up to 32) and counted
 * towards the next collection, so a caller may dial ahead; {@link #flushBuffer()} forgets them.
 */
public interface SignalDetector {

    /** Starts a collection; its end comes as a {@link SignalDetectorEvent}. A running one ends with {@code STOPPED}. */
    void receiveSignals(CollectRequest request);

    /** Ends a running collection with {@code STOPPED}. */
    void stop();

    void flushBuffer();
}
