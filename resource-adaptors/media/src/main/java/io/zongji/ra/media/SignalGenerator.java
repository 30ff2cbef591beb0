package io.zongji.ra.media;

/** Sends digits to one party: as telephone events (RFC 4733) if its phone takes them, else as tones. */
public interface SignalGenerator {

    /**
     * Sends the digits one after the other, 100 ms each. The party hears nothing else meanwhile.
     *
     * @param digits 0-9, *, #, A-D
     * @throws IllegalArgumentException if there is anything else among them
     */
    void emitSignals(String digits);
}
