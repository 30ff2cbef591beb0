package io.zongji.web.team;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which agents ask for help right now. Forgotten at a restart, as the calls are that they are about. Thread-safe. */
public final class Hands {
    /** Nobody comes any more. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<AgentId, Hand> up = new LinkedHashMap<>();

    Hands(Clock clock) {
        this.clock = clock;
    }

    /**
     * An agent who asks for help.
     *
     * @param call what it is about; null when nothing that is up
     */
    public record Hand(AgentId agent, CallId call, Instant since) {}

    /** Asks for help, or asks again. */
    synchronized void raise(AgentId agent, CallId call) {
        up.remove(agent);
        up.put(agent, new Hand(agent, call, clock.instant()));
    }

    /** Help came or is not needed any more; false when the hand was not up. */
    synchronized boolean lower(AgentId agent) {
        return up.remove(agent) != null;
    }

    /**
     * Those that are up, longest first.
     *
     * @param goesOn whether a call is still up: help with one that is over comes too late
     */
    synchronized List<Hand> up(Predicate<CallId> goesOn) {
        Instant oldest = clock.instant().minus(LONGEST);
        up.values().removeIf(hand -> hand.since().isBefore(oldest) || hand.call() != null && !goesOn.test(hand.call()));
        return List.copyOf(up.values());
    }
}
