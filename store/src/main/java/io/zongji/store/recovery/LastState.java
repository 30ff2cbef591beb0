package io.zongji.store.recovery;

import io.zongji.domain.agent.AgentState;
import java.time.Instant;

/**
 * The state an agent was in when the process ended; of one who was lost then, the state before.
 *
 * @param reason for people; never null
 * @param since when it began
 */
public record LastState(AgentState state, String reason, Instant since) {}
