package io.zongji.domain.call;

import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How well the audio of a leg travelled, as it stands in the event of the leg's end. Immutable.
 *
 * @param received        packets from the party
 * @param lost            packets of the party that never came
 * @param sent            packets to the party
 * @param farLost         packets that the party's phone missed; null if it did not say
 * @param jitterMillis    interarrival jitter (RFC 3550)
 * @param roundTripMillis to the party's phone and back; null if not measured
 * @param opinionScore    estimated mean opinion score (ITU-T G.107), 1 to 4.4; null if no audio flowed
 */
public record LegQuality(
        long received,
        long lost,
        long sent,
        Long farLost,
        double jitterMillis,
        Double roundTripMillis,
        Double opinionScore) {

    /** As the details of an event. */
    public Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(CallEventData.PACKETS_RECEIVED, Long.toString(received));
        data.put(CallEventData.PACKETS_LOST, Long.toString(lost));
        data.put(CallEventData.PACKETS_SENT, Long.toString(sent));
        if (farLost != null) {
            data.put(CallEventData.PACKETS_LOST_FAR, farLost.toString());
        }
        data.put(CallEventData.JITTER_MS, decimal(jitterMillis));
        if (roundTripMillis != null) {
            data.put(CallEventData.ROUND_TRIP_MS, decimal(roundTripMillis));
        }
        if (opinionScore != null) {
            data.put(CallEventData.OPINION_SCORE, decimal(opinionScore));
        }
        return data;
    }

    /** What an event says; null when it says nothing, or something unreadable, of quality. */
    static LegQuality of(CallEvent event) {
        Long received = number(event, CallEventData.PACKETS_RECEIVED, Long::valueOf);
        Long lost = number(event, CallEventData.PACKETS_LOST, Long::valueOf);
        Long sent = number(event, CallEventData.PACKETS_SENT, Long::valueOf);
        Double jitter = number(event, CallEventData.JITTER_MS, Double::valueOf);
        if (received == null || lost == null || sent == null || jitter == null) {
            return null;
        }
        return new LegQuality(
                received,
                lost,
                sent,
                number(event, CallEventData.PACKETS_LOST_FAR, Long::valueOf),
                jitter,
                number(event, CallEventData.ROUND_TRIP_MS, Double::valueOf),
                number(event, CallEventData.OPINION_SCORE, Double::valueOf));
    }

    private static <T> T number(CallEvent event, String key, Function<String, T> parser) {
        return event.value(key).map(text -> CallProjection.parse(text, parser)).orElse(null);
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
