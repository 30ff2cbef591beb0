package io.zongji.ra.media;

/**
 * How well one party's audio travelled so far. Immutable.
 *
 * @param received        RTP packets from the party
 * @param lost            packets of the party that never came
 * @param sent            packets to the party
 * @param farLost         packets of ours that the party missed, from its RTCP; null if it sends none
 * @param jitterMillis    interarrival jitter (RFC 3550, 6.4.1)
 * @param roundTripMillis to the party and back, from RTCP; null if never measured
 * @param opinionScore    mean opinion score estimated by the E-model (ITU-T G.107); null if nothing was carried
 */
public record ConnectionQuality(
        long received,
        long lost,
        long sent,
        Long farLost,
        double jitterMillis,
        Double roundTripMillis,
        Double opinionScore) {

    /** Of the whole, when this came before: packets add up, the worse of the two scores counts, the rest is the later. */
    public ConnectionQuality followedBy(ConnectionQuality later) {
        return new ConnectionQuality(
                received + later.received,
                lost + later.lost,
                sent + later.sent,
                farLost == null ? later.farLost : Long.valueOf(farLost + (later.farLost == null ? 0 : later.farLost)),
                later.received > 0 ? later.jitterMillis : jitterMillis,
                later.roundTripMillis == null ? roundTripMillis : later.roundTripMillis,
                worse(opinionScore, later.opinionScore));
    }

    private static Double worse(Double one, Double other) {
        return one == null || other != null && other < one ? other : one;
    }
}
