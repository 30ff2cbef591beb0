package io.zongji.media.codec;

/**
 * G.711 by table: expanding, compressing and changing the law. Every code survives a round trip through its linear
 * value; compression of all 65,536 values goes through 16,384 entries, since neither law keeps more than 14 bits.
 */
public final class G711 {
    private static final short[] ALAW_LINEAR = new short[256];
    private static final short[] ULAW_LINEAR = new short[256];
    private static final byte[] LINEAR_ALAW = new byte[16384];
    private static final byte[] LINEAR_ULAW = new byte[16384];
    private static final byte[] ALAW_ULAW = new byte[256];
    private static final byte[] ULAW_ALAW = new byte[256];
    private static final int ULAW_BIAS = 0x84;
    private static final int ULAW_CLIP = 32635;

    static {
        for (int code = 0; code < 256; code++) {
            ALAW_LINEAR[code] = expandAlaw(code);
            ULAW_LINEAR[code] = expandUlaw(code);
        }
        for (int i = 0; i < LINEAR_ALAW.length; i++) {
            int sample = (short) (i << 2);
            LINEAR_ALAW[i] = compressAlaw(sample);
            LINEAR_ULAW[i] = compressUlaw(sample);
        }
        for (int code = 0; code < 256; code++) {
            ALAW_ULAW[code] = compressUlaw(ALAW_LINEAR[code]);
            ULAW_ALAW[code] = compressAlaw(ULAW_LINEAR[code]);
        }
    }

    private G711() {}

    public static short alawToLinear(byte code) {
        return ALAW_LINEAR[code & 0xFF];
    }

    public static short ulawToLinear(byte code) {
        return ULAW_LINEAR[code & 0xFF];
    }

    /** Values outside 16 bits are clipped. */
    public static byte linearToAlaw(int sample) {
        return LINEAR_ALAW[(clip(sample) & 0xFFFF) >> 2];
    }

    /** Values outside 16 bits are clipped. */
    public static byte linearToUlaw(int sample) {
        return LINEAR_ULAW[(clip(sample) & 0xFFFF) >> 2];
    }

    public static byte alawToUlaw(byte code) {
        return ALAW_ULAW[code & 0xFF];
    }

    public static byte ulawToAlaw(byte code) {
        return ULAW_ALAW[code & 0xFF];
    }

    private static int clip(int sample) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
    }

    private static short expandAlaw(int code) {
        int bits = code ^ 0x55;
        int mantissa = (bits & 0x0F) << 4;
        int segment = (bits & 0x70) >> 4;
        int magnitude = segment == 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1);
        return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static short expandUlaw(int code) {
        int bits = ~code;
        int magnitude = (((bits & 0x0F) << 3) + ULAW_BIAS) << ((bits & 0x70) >> 4);
        return (short) ((bits & 0x80) != 0 ? ULAW_BIAS - magnitude : magnitude - ULAW_BIAS);
    }

    private static byte compressAlaw(int sample) {
        int mask = sample >= 0 ? 0xD5 : 0x55;
        int magnitude = sample >= 0 ? sample >> 3 : (-sample - 1) >> 3;
        int segment = 0;
        for (int limit = 0x1F; segment < 8 && magnitude > limit; limit = (limit << 1) | 1) {
            segment++;
        }
        if (segment >= 8) {
            return (byte) (0x7F ^ mask);
        }
        int mantissa = segment < 2 ? (magnitude >> 1) & 0x0F : (magnitude >> segment) & 0x0F;
        return (byte) (((segment << 4) | mantissa) ^ mask);
    }

    private static byte compressUlaw(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), ULAW_CLIP) + ULAW_BIAS;
        int segment = 7;
        for (int bit = 0x4000; segment > 0 && (magnitude & bit) == 0; bit >>= 1) {
            segment--;
        }
        int mantissa = (magnitude >> (segment + 3)) & 0x0F;
        return (byte) ~(sign | (segment << 4) | mantissa);
    }
}
