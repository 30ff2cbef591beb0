package io.zongji.domain.live;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import java.time.Instant;

/**
 * An agent's state.
 *
 * @param jobNumber empty when the agent is not set up any more
 * @param name      empty when the agent is not set up any more
 * @param since     when the state began; null when nothing was heard of the agent yet
 * @param reason    why; may be empty
 * @param call      the call the state is about; null when none
 * @param rings     the state counts the agent as talking in that call, but the phone only rings so far
 * @param lengthened how often the wrap-up was lengthened
 * @param next  the state that follows when the offer or the call is over, or the phone is back; null for the usual one
 * @param nextReason why that; may be empty
 */
public record LiveAgent(
        AgentId agent,
        String jobNumber,
        String name,
        String extension,
        AgentState state,
        Instant since,
        String reason,
        CallId call,
        boolean rings,
        int lengthened,
        AgentState next,
        String nextReason) {}
