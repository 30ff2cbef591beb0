package io.zongji.media.codec;

import java.util.Optional;

/**
 * The audio codecs that the media server speaks, with their static payload types (RFC 3551). All of them run at
 * 8,000 samples a second with one byte a sample, so {@link #FRAME_SAMPLES} is a 20 ms frame in samples and bytes.
 * Immutable and safe for any thread; the arrays handed out by none of the methods are shared.
 */
public enum Codec {
    PCMA(8, (byte) 0xD5),
    PCMU(0, (byte) 0xFF);

    /** Samples a second. */
    public static final int SAMPLE_RATE = 8000;

    /** Samples, and bytes, in a frame of 20 ms. */
    public static final int FRAME_SAMPLES = 160;

    private static final Codec[] VALUES = values();

    private final int payloadType;
    private final byte silence;

    Codec(int payloadType, byte silence) {
        this.payloadType = payloadType;
        this.silence = silence;
    }

    /** The static payload type. */
    public int payloadType() {
        return payloadType;
    }

    /** The code for a sample of value zero. */
    public byte silence() {
        return silence;
    }

    /** The linear value of one code. */
    public short decode(byte code) {
        return this == PCMA ? G711.alawToLinear(code) : G711.ulawToLinear(code);
    }

    /** The code nearest to a linear value. */
    public byte encode(int sample) {
        return this == PCMA ? G711.linearToAlaw(sample) : G711.linearToUlaw(sample);
    }

    /** Encodes all samples into a new array. */
    public byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }

    /** The same sample in the other law; only for a codec different from this one. */
    public byte transcode(byte code) {
        return this == PCMA ? G711.alawToUlaw(code) : G711.ulawToAlaw(code);
    }

    public static Optional<Codec> byName(String rtpmapName) {
        for (Codec codec : VALUES) {
            if (codec.name().equalsIgnoreCase(rtpmapName)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    public static Optional<Codec> byPayloadType(int payloadType) {
        for (Codec codec : VALUES) {
            if (codec.payloadType == payloadType) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }
}
