package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;

/** Call to ACD: the agent's phone rings no more, and the agent is told of the call before it is put through. */
public record OfferPickedUp(TaskId task, AgentId agent) {}
