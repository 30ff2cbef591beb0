package io.zongji.domain.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import java.time.Instant;
import java.util.Objects;

/**
 * An agent is in a new state.
 *
 * @param agent  the agent
 * @param state  the state from now on
 * @param reason why, for people and reports; never null, may be empty
 * @param at     when
 * @param call   the call that the state is about; null when none
 */
public record AgentEvent(AgentId agent, AgentState state, String reason, Instant at, CallId call)
        implements JournalEntry {
    public AgentEvent {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
