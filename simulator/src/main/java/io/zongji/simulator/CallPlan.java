package io.zongji.simulator;

import io.zongji.media.codec.Codec;
import java.time.Duration;
import java.util.List;

/**
 * How a phone calls.
 *
 * @param lateOffer the INVITE has no session description; the offer is expected in the answer
 * @param ackDelay  how long after the answer the ACK is sent; null for never
 * @param codecs    what is offered, best first
 */
public record CallPlan(boolean lateOffer, Duration ackDelay, List<Codec> codecs) {

    /** Offer in the INVITE, ACK at once, both laws of G.711. */
    public static final CallPlan USUAL = new CallPlan(false, Duration.ZERO, Codec.G711_LAWS);

    public CallPlan {
        codecs = List.copyOf(codecs);
        if (codecs.isEmpty()) {
            throw new IllegalArgumentException("codecs: at least one");
        }
    }

    public CallPlan withLateOffer() {
        return new CallPlan(true, ackDelay, codecs);
    }

    public CallPlan withAckAfter(Duration delay) {
        return new CallPlan(lateOffer, delay, codecs);
    }

    public CallPlan withoutAck() {
        return new CallPlan(lateOffer, null, codecs);
    }

    public CallPlan withCodecs(Codec... offered) {
        return new CallPlan(lateOffer, ackDelay, List.of(offered));
    }
}
