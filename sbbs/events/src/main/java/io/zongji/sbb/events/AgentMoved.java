package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.util.Objects;

/** Call to ACD: an agent who was on one call goes on talking in another. */
public record AgentMoved(AgentId agent, CallId from, CallId to) {
    public AgentMoved {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
