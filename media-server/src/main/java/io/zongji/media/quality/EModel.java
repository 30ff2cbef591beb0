package io.zongji.media.quality;

/**
 * The E-model (ITU-T G.107) with its defaults for everything but delay and packet loss, for G.711 with loss concealment
 * (G.113, appendix I): a rating from 0 to 93.2, and the mean opinion score that goes with it. An estimate from figures;
 * nobody listened.
 */
public final class EModel {
    /** No loss, no delay. */
    private static final double BEST = 93.2;

    private static final double LOSS_ROBUSTNESS = 25.1;
    private static final double WORST_IMPAIRMENT = 95;
    private static final double DISTURBING_DELAY_MILLIS = 177.3;

    private EModel() {}

    /**
     * @param loss         part of the packets that are missing, from 0 to 1
     * @param oneWayMillis from mouth to ear
     * @return the rating, at least 0
     */
    public static double rating(double loss, double oneWayMillis) {
        double percent = 100 * Math.max(0, Math.min(1, loss));
        double lossImpairment = WORST_IMPAIRMENT * percent / (percent + LOSS_ROBUSTNESS);
        double delay = Math.max(0, oneWayMillis);
        // The usual fit to G.107's delay impairment, within 1 up to 400 ms.
        double delayImpairment = 0.024 * delay + 0.11 * Math.max(0, delay - DISTURBING_DELAY_MILLIS);
        return Math.max(0, BEST - delayImpairment - lossImpairment);
    }

    /** The mean opinion score for a rating (G.107, annex B): 1 is bad, 4.4 the best over a telephone. */
    public static double opinionScore(double rating) {
        double r = Math.max(0, Math.min(100, rating));
        return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
    }
}
