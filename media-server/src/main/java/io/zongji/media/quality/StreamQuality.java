package io.zongji.media.quality;

/**
 * How well one leg's audio travelled. Immutable.
 *
 * @param received        packets from the phone
 * @param lost            packets of the phone that never came
 * @param sent            packets to the phone
 * @param farLost         packets of ours that the phone missed, as it reported; null if it sent no reports
 * @param jitterMillis    interarrival jitter of what came (RFC 3550, A.8)
 * @param roundTripMillis to the phone and back, from its reports; null if never measured
 * @param opinionScore    estimated from the worse of the two directions, 1 to 4.4; null if nothing was carried
 */
public record StreamQuality(
        long received,
        long lost,
        long sent,
        Long farLost,
        double jitterMillis,
        Double roundTripMillis,
        Double opinionScore) {
    /** Framing at the speaker and the least a listener holds back. */
    private static final double FIXED_DELAY_MILLIS = 40;

    /**
     * @param farExpected  of how many packets {@code farLost} are
     * @param farJitterMillis as the phone reported it
     */
    public static StreamQuality of(
            long received,
            long lost,
            long sent,
            Long farLost,
            long farExpected,
            double jitterMillis,
            double farJitterMillis,
            Double roundTripMillis) {
        double oneWay = FIXED_DELAY_MILLIS + (roundTripMillis == null ? 0 : roundTripMillis / 2);
        double worst = Double.POSITIVE_INFINITY;
        if (received > 0) {
            worst = EModel.rating((double) lost / (received + lost), oneWay + 2 * jitterMillis);
        }
        if (farLost != null && farExpected > 0) {
            worst = Math.min(worst, EModel.rating((double) farLost / farExpected, oneWay + 2 * farJitterMillis));
        }
        Double score = Double.isInfinite(worst) ? null : EModel.opinionScore(worst);
        return new StreamQuality(received, lost, sent, farLost, jitterMillis, roundTripMillis, score);
    }
}
