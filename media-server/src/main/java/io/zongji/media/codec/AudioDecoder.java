package io.zongji.media.codec;

/** Turns the payloads of one stream into linear samples; keeps state, so one for each stream. Used by one thread. */
public interface AudioDecoder {
    /**
     * Decodes one packet; what makes no sense becomes no samples.
     *
     * @param samples 8,000 a second; what does not fit is left out
     * @return samples written
     */
    int decode(byte[] payload, int length, short[] samples);
}
