package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.TaskId;

/**
 * Call to ACD: the agent's part in the call is over; wrap-up begins.
 *
 * @param talked false when there is nothing to write up: the phone has only rung, or a supervisor was at it
 */
public record ConversationEnded(TaskId task, AgentId agent, CallId call, boolean talked) {}
