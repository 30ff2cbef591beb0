package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.util.Objects;

/**
 * Call to ACD: may this agent be rung for a call that no queue offered, and so get no other?
 *
 * @param there   the agent makes the call at the phone, and so is engaged whatever the state says
 * @param request what it is for; comes back with the answer
 */
public record AgentEngaged(AgentId agent, CallId call, boolean there, ServiceRequest request) {
    public AgentEngaged {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(request, "request");
    }
}
