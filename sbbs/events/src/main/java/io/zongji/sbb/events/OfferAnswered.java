package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;

/** Call to ACD: the agent answered the offer and talks. */
public record OfferAnswered(TaskId task, AgentId agent) {}
