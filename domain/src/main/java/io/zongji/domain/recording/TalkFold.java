package io.zongji.domain.recording;

import io.zongji.domain.LegId;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who talked when, folded from a call's events. Those who are connected and not on hold talk with each other, if there are
 * two at least; who hears music, waits or listens to a prompt does not talk. A supervisor talks from barging in on, and
 * with the agent alone while whispering; listening is no talk.
 */
final class TalkFold {
    private final Set<LegId> connected = new LinkedHashSet<>();
    private final Set<LegId> held = new LinkedHashSet<>();
    private final Set<LegId> suspended = new LinkedHashSet<>();
    private final Map<LegId, String> supervisors = new LinkedHashMap<>();
    private LegId agent;
    private final Map<LegId, Instant> talkingSince = new LinkedHashMap<>();
    private final List<Talk> talks = new ArrayList<>();

    /** A stretch in which a leg talked. */
    record Talk(LegId leg, Instant from, Instant until) {}

    void apply(CallEvent event) {
        if (event.leg() != null) {
            legEvent(event, event.leg());
        } else if (event.type() == CallEventType.CALL_CLEARED) {
            connected.clear();
        }
        passTo(event.at());
    }

    private void legEvent(CallEvent event, LegId leg) {
        switch (event.type()) {
            case SERVICE_INITIATED -> known(event, leg);
            case MODE_CHANGED -> supervisors.computeIfPresent(leg, (id, mode) -> modeOf(event));
            case TRANSFERRED -> agent = leg;
            case MOVED -> agent = agent != null && movesFrom(event).equals(agent.value()) ? leg : agent;
            case ESTABLISHED -> connected.add(leg);
            case HELD -> held.add(leg);
            case RETRIEVED -> held.remove(leg);
            case SUSPENDED -> suspended.add(leg);
            case RESUMED -> suspended.remove(leg);
            case CONNECTION_CLEARED, FAILED, DIVERTED -> connected.remove(leg);
            default -> {
                // Not about who talks.
            }
        }
    }

    private void known(CallEvent event, LegId leg) {
        String role = event.value(CallEventData.ROLE).orElse("");
        if (role.equals(PartyRole.SUPERVISOR.code())) {
            supervisors.put(leg, modeOf(event));
        } else if (role.equals(PartyRole.AGENT.code()) && movesFrom(event).isEmpty()) {
            agent = leg;
        }
    }

    private static String movesFrom(CallEvent event) {
        return event.value(CallEventData.MOVES).orElse("");
    }

    private static String modeOf(CallEvent event) {
        return event.value(CallEventData.MODE).orElse("");
    }

    private Set<LegId> talking() {
        Set<LegId> talking = new LinkedHashSet<>();
        Set<LegId> whispering = new LinkedHashSet<>();
        for (LegId leg : connected) {
            String mode = supervisors.getOrDefault(leg, SupervisorMode.BARGE_IN.name());
            boolean there = !held.contains(leg) && !suspended.contains(leg);
            if (there && mode.equals(SupervisorMode.BARGE_IN.name())) {
                talking.add(leg);
            } else if (there && mode.equals(SupervisorMode.WHISPER.name())) {
                whispering.add(leg);
            }
        }
        boolean agentListens = talking.contains(agent);
        if (talking.size() < 2 && !(agentListens && !whispering.isEmpty())) {
            return Set.of();
        }
        if (agentListens) {
            talking.addAll(whispering);
        }
        return talking;
    }

    private void passTo(Instant now) {
        Set<LegId> talking = talking();
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
