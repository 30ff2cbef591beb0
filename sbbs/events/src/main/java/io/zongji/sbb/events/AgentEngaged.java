package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.util.Objects;

/**
 * Call to ACD: may this agent be rung for a call that no queue offered, and so get no other?
 *
 * @param request what it is for; comes back with the answer
 */
public record AgentEngaged(AgentId agent, CallId call, ServiceRequest request) {
    public AgentEngaged {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(request, "request");
    }
}
