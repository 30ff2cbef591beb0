package io.zongji.domain.agent;

import io.zongji.domain.CallId;
import java.time.Instant;
import java.util.Objects;

/**
 * What an agent is doing and what comes next.
 *
 * @param state    the state
 * @param reserved the state asked for after the call; null for the usual one. While {@link AgentState#LOST}: the state to
 *                 return to
 * @param since    when the state began
 * @param reason   why; may be empty
 * @param call     the call it is about; null when none
 */
public record AgentStatus(AgentState state, AgentState reserved, Instant since, String reason, CallId call) {
    public AgentStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }

    public static AgentStatus signedOut(Instant since) {
        return new AgentStatus(AgentState.SIGNED_OUT, null, since, "", null);
    }
}
