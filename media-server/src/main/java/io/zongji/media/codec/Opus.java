package io.zongji.media.codec;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;

/** Opus (RFC 6716, RFC 7587) for audio that is mixed and recorded at 8,000 samples a second: mono, 20 ms, 16 kbit/s. */
final class Opus implements AudioEncoder, AudioDecoder {
    private static final int BITS_A_SECOND = 16_000;
    /** Of 0 to 10; from here on more costs much and a telephone call gains little. */
    private static final int COMPLEXITY = 3;

    private OpusEncoder encoder;
    private OpusDecoder decoder;
    private short[] frame;

    @Override
    public int encode(int[] samples, byte[] payload) {
        try {
            if (encoder == null) {
                encoder = newEncoder();
                frame = new short[Codec.FRAME_SAMPLES];
            }
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i]));
            }
            return encoder.encode(frame, 0, frame.length, payload, 0, payload.length);
        } catch (OpusException e) {
            throw new IllegalStateException("A frame of 20 ms is always encoded", e);
        }
    }

    private static OpusEncoder newEncoder() throws OpusException {
        OpusEncoder made = new OpusEncoder(Codec.SAMPLE_RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        made.setBitrate(BITS_A_SECOND);
        made.setComplexity(COMPLEXITY);
        made.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
        return made;
    }

    @Override
    public int decode(byte[] payload, int length, short[] samples) {
        try {
            if (decoder == null) {
                decoder = new OpusDecoder(Codec.SAMPLE_RATE, 1);
            }
            return decoder.decode(payload, 0, length, samples, 0, samples.length, false);
        } catch (OpusException | RuntimeException | AssertionError e) {
            // Malformed packets come from the network; the library meets some with an assertion. It begins anew.
            decoder = null;
            return 0;
        }
    }
}
