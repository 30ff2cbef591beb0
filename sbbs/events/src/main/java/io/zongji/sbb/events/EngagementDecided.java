package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import java.util.Objects;

/**
 * ACD to call: the answer to {@code AgentEngaged}.
 *
 * @param granted the agent may be rung; {@code ConversationEnded} gives the agent back
 * @param request what the agent is rung for
 */
public record EngagementDecided(AgentId agent, boolean granted, ServiceRequest request) {
    public EngagementDecided {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(request, "request");
    }
}
