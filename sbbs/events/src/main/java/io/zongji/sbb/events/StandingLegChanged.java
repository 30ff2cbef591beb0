package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import java.util.Objects;

/**
 * Standing leg to ACD: the agent's phone outside is there, or is there no more.
 *
 * @param reason for the journal
 */
public record StandingLegChanged(AgentId agent, boolean there, String reason) {
    public StandingLegChanged {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(reason, "reason");
    }
}
