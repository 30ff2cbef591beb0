package io.zongji.media.codec;

/**
 * The adaptive predictor of one sub-band of G.722 (ITU-T G.722, 3.5 and 3.6, with the names of its block diagrams): two
 * poles, six zeros, and the step size. Encoder and decoder run the same one.
 */
final class G722Band {
    private static final int[] INVERSE_LOG = {
        2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960,
        3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
    };
    private static final int ZEROS = 6;

    private final int shift;
    private final int largestLog;
    private final int[] differences = new int[ZEROS + 1];
    private final int[] zeros = new int[ZEROS + 1];
    private final int[] partial = new int[3];
    private final int[] poles = new int[3];
    private int reconstructed;
    private int reconstructedBefore;
    private int zeroPart;
    private int logStep;

    /** The quantizer's step, DET in the recommendation. */
    int step;

    /** The predicted sample. */
    int prediction;

    /**
     * @param firstStep  at the beginning
     * @param shift      8 in the lower band, 10 in the higher
     * @param largestLog bound of the logarithmic step
     */
    G722Band(int firstStep, int shift, int largestLog) {
        this.step = firstStep;
        this.shift = shift;
        this.largestLog = largestLog;
    }

    /** Adapts the step by what the last code was worth. */
    void adaptStep(int weight) {
        logStep = Math.max(0, Math.min(largestLog, (logStep * 127 >> 7) + weight));
        int mantissa = INVERSE_LOG[logStep >> 6 & 31];
        int exponent = shift - (logStep >> 11);
        step = (exponent < 0 ? mantissa << -exponent : mantissa >> exponent) << 2;
    }

    /** Adapts the predictor by the difference that was transmitted, and predicts the next sample. */
    void adaptPrediction(int difference) {
        int now = saturate(prediction + difference);
        partial[0] = saturate(zeroPart + difference);
        adaptPoles();
        adaptZeros(difference);
        partial[2] = partial[1];
        partial[1] = partial[0];
        reconstructedBefore = reconstructed;
        reconstructed = now;
        int polePart = saturate(
                (poles[1] * saturate(2 * reconstructed) >> 15) + (poles[2] * saturate(2 * reconstructedBefore) >> 15));
        zeroPart = 0;
        for (int i = ZEROS; i > 0; i--) {
            zeroPart = saturate(zeroPart + (zeros[i] * saturate(2 * differences[i]) >> 15));
        }
        prediction = saturate(polePart + zeroPart);
    }

    private void adaptPoles() {
        boolean alike = partial[0] < 0 == partial[1] < 0;
        int towards = saturate(poles[1] << 2);
        towards = Math.min(32767, alike ? -towards : towards);
        int second = (partial[0] < 0 == partial[2] < 0 ? 128 : -128) + (towards >> 7) + (poles[2] * 32512 >> 15);
        second = Math.max(-12288, Math.min(12288, second));
        int first = saturate((alike ? 192 : -192) + (poles[1] * 32640 >> 15));
        int bound = saturate(15360 - second);
        poles[1] = Math.max(-bound, Math.min(bound, first));
        poles[2] = second;
    }

    private void adaptZeros(int difference) {
        int gain = difference == 0 ? 0 : 128;
        for (int i = ZEROS; i > 0; i--) {
            zeros[i] = saturate((differences[i] < 0 == difference < 0 ? gain : -gain) + (zeros[i] * 32640 >> 15));
        }
        System.arraycopy(differences, 1, differences, 2, ZEROS - 1);
        differences[1] = difference;
    }

    static int saturate(int value) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
}
