package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;

/** ACD to call: ring this agent. Answered by {@link OfferAnswered} or {@link OfferFailed}, never by both. */
public record OfferMade(TaskId task, AgentId agent) {}
