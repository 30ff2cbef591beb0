package io.zongji.domain.call;

import io.zongji.domain.LegId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How each party of a call spends its time, told by who else can be heard. Times that run backwards count as no time. */
final class LegClocks {

    private enum Part {
        RING,
        TALK,
        CONSULT,
        HOLD,
        SUPERVISION
    }

    private final Map<LegId, Map<Part, Duration>> spent = new HashMap<>();
    private Instant last;

    /** Time passes up to an event; the legs are as they were before it. */
    void passTo(Instant at, Collection<LegFold> legs) {
        if (last != null && at.isAfter(last)) {
            Duration passed = Duration.between(last, at);
            legs.forEach(leg -> add(leg.id(), partOf(leg, legs), passed));
        }
        last = last == null || at.isAfter(last) ? at : last;
    }

    /** What was counted as talk was the last moment of ringing. */
    void neverTalked(LegId leg) {
        Duration talk = in(leg, Part.TALK);
        add(leg, Part.TALK, talk.negated());
        add(leg, Part.RING, talk);
    }

    LegDurations of(LegId leg) {
        return new LegDurations(
                in(leg, Part.RING),
                in(leg, Part.TALK),
                in(leg, Part.CONSULT),
                in(leg, Part.HOLD),
                in(leg, Part.SUPERVISION));
    }

    private static Part partOf(LegFold leg, Collection<LegFold> legs) {
        Predicate<LegFold> other = each -> each != leg;
        if (leg.rings()) {
            return Part.RING;
        } else if (!leg.connected()) {
            return null;
        } else if (leg.onlyListens()) {
            return Part.SUPERVISION;
        } else if (leg.talks() && any(legs, other.and(LegFold::talks))) {
            boolean customer =
                    leg.caller() || any(legs, other.and(LegFold::caller).and(LegFold::talks));
            return customer ? Part.TALK : Part.CONSULT;
        } else if (leg.caller()) {
            return leg.held() || any(legs, other.and(LegFold::connected)) ? Part.HOLD : null;
        }
        boolean waitsForFirst = !any(legs, other.and(LegFold::connected)) && any(legs, LegFold::rings);
        return waitsForFirst ? Part.RING : Part.HOLD;
    }

    private static boolean any(Collection<LegFold> legs, Predicate<LegFold> which) {
        return legs.stream().anyMatch(which);
    }

    private void add(LegId leg, Part part, Duration time) {
        if (part != null) {
            spent.computeIfAbsent(leg, id -> new EnumMap<>(Part.class)).merge(part, time, Duration::plus);
        }
    }

    private Duration in(LegId leg, Part part) {
        return spent.getOrDefault(leg, Map.of()).getOrDefault(part, Duration.ZERO);
    }
}
