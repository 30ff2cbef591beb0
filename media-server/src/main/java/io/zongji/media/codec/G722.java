package io.zongji.media.codec;

import static io.zongji.media.codec.G722Band.saturate;

/**
 * G.722 at 64 kbit/s (ITU-T G.722) for audio that is mixed and recorded at 8,000 samples a second: what is decoded is the
 * lower sub-band, up to 4 kHz, and what is encoded has an empty higher one. So neither needs the filter bank. Wideband
 * passes untouched where both ends speak G.722, since packets are forwarded then.
 */
final class G722 implements AudioEncoder, AudioDecoder {
    private static final int LARGEST_LOW_LOG = 18_432;
    private static final int LARGEST_HIGH_LOG = 22_528;
    private static final int CODES = 30;

    /** Decision levels of the lower band's 60 steps, for one sign (table 11). */
    private static final int[] LEVELS = {
        0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219,
        1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919
    };

    /** What a code of four bits is worth: for the predictor of the lower band. */
    private static final int[] WORTH_4 = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
    };

    /** What a code of six bits is worth: for the listener. */
    private static final int[] WORTH_6 = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576,
        -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040,
        -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
        4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };

    /** How the lower band's step follows a code of four bits. */
    private static final int[] WEIGHT_4 = {
        -60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60
    };

    private static final int[] WORTH_2 = {-7408, -1616, 7408, 1616};
    private static final int[] WEIGHT_2 = {798, -214, 798, -214};

    private final G722Band low = new G722Band(32, 8, LARGEST_LOW_LOG);
    private final G722Band high = new G722Band(8, 10, LARGEST_HIGH_LOG);

    @Override
    public int decode(byte[] payload, int length, short[] samples) {
        int count = Math.min(length, samples.length);
        for (int i = 0; i < count; i++) {
            int code = payload[i] & 0x3F;
            int sample = low.prediction + (low.step * WORTH_6[code] >> 15);
            samples[i] = (short) (Math.max(-16384, Math.min(16383, sample)) << 1);
            adaptLow(code >> 2);
        }
        return count;
    }

    @Override
    public int encode(int[] samples, byte[] payload) {
        for (int i = 0; i < samples.length; i++) {
            payload[i] = (byte) (encodeHigh() << 6 | encodeLow(saturate(samples[i]) >> 1));
        }
        return samples.length;
    }

    private int encodeLow(int sample) {
        int error = saturate(sample - low.prediction);
        int magnitude = error >= 0 ? error : -(error + 1);
        int level = 1;
        while (level < CODES && magnitude >= LEVELS[level] * low.step >> 12) {
            level++;
        }
        int code = error >= 0 ? 62 - level : negativeCode(level);
        adaptLow(code >> 2);
        return code;
    }

    /** The two smallest steps have the highest codes, the others go down from 31. */
    private static int negativeCode(int level) {
        return level <= 2 ? 64 - level : 34 - level;
    }

    /** The higher band is empty: its code only says which way its predictor has to go to stay at zero. */
    private int encodeHigh() {
        int error = saturate(-high.prediction);
        int magnitude = error >= 0 ? error : -(error + 1);
        boolean large = magnitude >= 564 * high.step >> 12;
        int code = (error < 0 ? 0 : 2) + (large ? 0 : 1);
        int difference = high.step * WORTH_2[code] >> 15;
        high.adaptStep(WEIGHT_2[code]);
        high.adaptPrediction(difference);
        return code;
    }

    private void adaptLow(int code) {
        int difference = low.step * WORTH_4[code] >> 15;
        low.adaptStep(WEIGHT_4[code]);
        low.adaptPrediction(difference);
    }
}
