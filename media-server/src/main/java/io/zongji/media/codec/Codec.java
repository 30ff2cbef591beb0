package io.zongji.media.codec;

import java.util.List;
import java.util.Optional;

/**
 * The audio codecs that the media server speaks, best first. All audio that is not merely forwarded is handled at 8,000
 * samples a second, so {@link #FRAME_SAMPLES} is a 20 ms frame. Immutable and safe for any thread; the arrays handed out by
 * none of the methods are shared.
 */
public enum Codec {
    PCMA("PCMA", 8, 8000),
    PCMU("PCMU", 0, 8000),
    /** Its clock is written as 8,000, though it samples 16,000 times a second (RFC 3551, 4.5.2). */
    G722("G722", 9, 8000),
    OPUS("opus", 111, 48_000);

    /** Samples a second of decoded audio. */
    public static final int SAMPLE_RATE = 8000;

    /** Samples in a frame of 20 ms. */
    public static final int FRAME_SAMPLES = 160;

    /** Bytes that the longest encoded frame needs. */
    public static final int LARGEST_FRAME = 1275;

    /** The two of one byte a sample, which become each other by table. */
    public static final List<Codec> G711_LAWS = List.of(PCMA, PCMU);

    private static final Codec[] VALUES = values();

    private final String encodingName;
    private final int payloadType;
    private final int clockRate;

    Codec(String encodingName, int payloadType, int clockRate) {
        this.encodingName = encodingName;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
    }

    /** The static payload type, or the dynamic one that we offer. */
    public int payloadType() {
        return payloadType;
    }

    /** Timestamp units a second. */
    public int clockRate() {
        return clockRate;
    }

    /** Timestamp units in a frame of 20 ms. */
    public int frameUnits() {
        return clockRate / 50;
    }

    /** As an {@code rtpmap} attribute describes it. Opus is always written with two channels (RFC 7587, 7). */
    public String rtpmap() {
        return encodingName + "/" + clockRate + (this == OPUS ? "/2" : "");
    }

    public boolean isG711() {
        return this == PCMA || this == PCMU;
    }

    /** Whether packets of this codec can be forwarded to who hears the other, at most with another law. */
    public boolean passesAs(Codec other) {
        return this == other || isG711() && other.isG711();
    }

    /** Timestamp units that a payload lasts, for codecs where that follows from its length; else those of a frame. */
    public int unitsOf(int payloadBytes) {
        return this == OPUS ? frameUnits() : payloadBytes;
    }

    /** For one stream. */
    public AudioEncoder newEncoder() {
        return switch (this) {
            case PCMA, PCMU -> this::encodeG711;
            case G722 -> new G722();
            case OPUS -> new Opus();
        };
    }

    /** For one stream. */
    public AudioDecoder newDecoder() {
        return switch (this) {
            case PCMA, PCMU -> this::decodeG711;
            case G722 -> new G722();
            case OPUS -> new Opus();
        };
    }

    private int encodeG711(int[] samples, byte[] payload) {
        for (int i = 0; i < samples.length; i++) {
            payload[i] = encode(samples[i]);
        }
        return samples.length;
    }

    private int decodeG711(byte[] payload, int length, short[] samples) {
        int count = Math.min(length, samples.length);
        for (int i = 0; i < count; i++) {
            samples[i] = decode(payload[i]);
        }
        return count;
    }

    /** G.711: the code for a sample of value zero. */
    public byte silence() {
        return encode(0);
    }

    /** G.711: the linear value of one code. */
    public short decode(byte code) {
        return this == PCMA ? G711.alawToLinear(code) : G711.ulawToLinear(code);
    }

    /** G.711: the code nearest to a linear value. */
    public byte encode(int sample) {
        return this == PCMA ? G711.linearToAlaw(sample) : G711.linearToUlaw(sample);
    }

    /** G.711: encodes all samples into a new array. */
    public byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }

    /** G.711: the same sample in the other law; only for a codec different from this one. */
    public byte transcode(byte code) {
        return this == PCMA ? G711.alawToUlaw(code) : G711.ulawToAlaw(code);
    }

    /** By what an {@code rtpmap} says. */
    public static Optional<Codec> byName(String encodingName, int clockRate) {
        for (Codec codec : VALUES) {
            if (codec.encodingName.equalsIgnoreCase(encodingName) && codec.clockRate == clockRate) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    /** By a static payload type (RFC 3551). */
    public static Optional<Codec> byPayloadType(int payloadType) {
        for (Codec codec : VALUES) {
            if (codec.payloadType == payloadType && codec != OPUS) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }
}
