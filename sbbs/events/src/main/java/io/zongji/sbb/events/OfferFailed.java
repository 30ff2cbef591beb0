package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;
import io.zongji.domain.call.Cause;

/**
 * Call to ACD: the agent's phone could not be reached, was busy, or refused. The task is offered to somebody else.
 *
 * @param cause what the phone's answer meant
 */
public record OfferFailed(TaskId task, AgentId agent, Cause cause) {}
