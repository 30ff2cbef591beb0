package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;
import io.zongji.domain.call.Cause;

/**
 * ACD to call: stop ringing this agent.
 *
 * @param cause whether the agent did not answer in time, lost the phone or left
 */
public record OfferWithdrawn(TaskId task, AgentId agent, Cause cause) {}
