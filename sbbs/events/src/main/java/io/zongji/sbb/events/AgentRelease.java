package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.util.Objects;

/** From outside the SLEE: the call that an agent is said to be on is gone. Without effect for an agent on another call. */
public record AgentRelease(AgentId agent, CallId call) {

    public AgentRelease {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(call, "call");
    }
}
