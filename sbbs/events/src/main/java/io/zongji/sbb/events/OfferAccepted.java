package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;

/** ACD to call: the agent's answer came in time, connect the two. Answers {@link OfferAnswered}. */
public record OfferAccepted(TaskId task, AgentId agent) {}
