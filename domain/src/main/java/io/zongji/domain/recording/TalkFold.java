package io.zongji.domain.recording;

import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who talked when, folded from a call's events: a leg talks while it is connected (CSTA) and another one is too. Who hears
 * music on hold, waits or listens to a prompt is connected alone, so does not talk.
 */
final class TalkFold {
    private final Set<LegId> connected = new LinkedHashSet<>();
    private final Map<LegId, Instant> talkingSince = new LinkedHashMap<>();
    private final List<Talk> talks = new ArrayList<>();

    /** A stretch in which a leg talked. */
    record Talk(LegId leg, Instant from, Instant until) {}

    void apply(CallEvent event) {
        switch (event.type()) {
            case ESTABLISHED, RETRIEVED -> join(event.leg());
            case HELD, CONNECTION_CLEARED, FAILED, DIVERTED -> connected.remove(event.leg());
            case CALL_CLEARED -> connected.clear();
            default -> {
                return;
            }
        }
        passTo(event.at());
    }

    private void join(LegId leg) {
        if (leg != null) {
            connected.add(leg);
        }
    }

    private void passTo(Instant now) {
        Set<LegId> talking = connected.size() > 1 ? connected : Set.of();
        List<LegId> silent = talkingSince.keySet().stream()
                .filter(leg -> !talking.contains(leg))
                .toList();
        for (LegId leg : silent) {
            Instant from = talkingSince.remove(leg);
            if (now.isAfter(from)) {
                talks.add(new Talk(leg, from, now));
            }
        }
        talking.forEach(leg -> talkingSince.putIfAbsent(leg, now));
    }

    /** All that was said up to the end of the call; what still goes on is not in it. */
    List<Talk> talks() {
        return talks;
    }
}
