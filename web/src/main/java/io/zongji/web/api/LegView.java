package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.call.LegDurations;
import io.zongji.domain.call.LegRecord;
import java.util.Objects;

/**
 * One party of a call. Times are ISO 8601, UTC.
 *
 * @param role       {@code caller}, {@code agent}, {@code colleague} or {@code supervisor}
 * @param party      number or SIP URI; empty when unknown
 * @param name       of a supervisor: of who asked to take part, also at somebody else's phone; absent otherwise
 * @param agent      the agent at the phone; absent when none
 * @param state      by CSTA: {@code NULL} when the party is gone
 * @param answerable true: the phone, while it rings, answers when {@code ANSWER} is asked; absent otherwise
 * @param moves      true: a party of the call goes on here, at another phone, as soon as this one is answered; absent otherwise
 * @param announcing true: answered, and its party is told something before being connected; absent otherwise
 * @param times      where the party's time went
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegView(
        String id,
        String role,
        String party,
        String name,
        String agent,
        ConnectionState state,
        String started,
        String answered,
        String ended,
        Boolean answerable,
        Boolean moves,
        Boolean announcing,
        LegTimes times) {

    /** How the party's time was spent, in milliseconds; of a call that is up, to its last event. */
    public record LegTimes(long ringMs, long talkMs, long consultMs, long holdMs, long supervisionMs) {
        static LegTimes of(LegDurations times) {
            return new LegTimes(
                    times.ring().toMillis(),
                    times.talk().toMillis(),
                    times.consult().toMillis(),
                    times.hold().toMillis(),
                    times.supervision().toMillis());
        }
    }

    static LegView of(LegRecord leg, boolean answerable, boolean moves, boolean announcing) {
        return new LegView(
                leg.leg().value(),
                leg.role(),
                leg.party(),
                leg.name(),
                Objects.toString(leg.agent(), null),
                leg.state(),
                Objects.toString(leg.started(), null),
                Objects.toString(leg.answered(), null),
                Objects.toString(leg.ended(), null),
                answerable ? true : null,
                moves ? true : null,
                announcing ? true : null,
                LegTimes.of(leg.durations()));
    }
}
