package io.zongji.domain.agent;

import io.zongji.domain.journal.AgentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How an agent spent a span of time: how long in each state. */
public final class StateShares {
    private StateShares() {}

    /**
     * Adds it up.
     *
     * @param before the state when the span began
     * @param events changes of the agent's state, oldest first; those before the span change what it began with
     * @return states without any time are not there; the sum is the span
     */
    public static Map<AgentState, Duration> of(AgentState before, List<AgentEvent> events, Instant from, Instant to) {
        Map<AgentState, Duration> shares = new EnumMap<>(AgentState.class);
        AgentState state = before;
        Instant since = from;
        for (AgentEvent event : events) {
            if (event.at().isAfter(to)) {
                break;
            }
            if (event.at().isAfter(since)) {
                shares.merge(state, Duration.between(since, event.at()), Duration::plus);
                since = event.at();
            }
            state = event.state();
        }
        if (to.isAfter(since)) {
            shares.merge(state, Duration.between(since, to), Duration::plus);
        }
        return shares;
    }
}
