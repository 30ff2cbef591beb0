package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;

/** ACD to call: stop ringing this agent, who did not answer in time or left. */
public record OfferWithdrawn(TaskId task, AgentId agent) {}
