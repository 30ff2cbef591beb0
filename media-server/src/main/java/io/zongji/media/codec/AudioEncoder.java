package io.zongji.media.codec;

/** Turns linear samples of one stream into packets' payloads; keeps state, so one for each stream. Used by one thread. */
public interface AudioEncoder {
    /**
     * Encodes a frame of {@link Codec#FRAME_SAMPLES}.
     *
     * @param samples 8,000 a second; values beyond 16 bits are clipped
     * @param payload room for at least {@link Codec#LARGEST_FRAME} bytes
     * @return bytes written
     */
    int encode(int[] samples, byte[] payload);
}
