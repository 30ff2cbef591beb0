package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.TaskId;
import io.zongji.domain.routing.RoutingTrace;

/**
 * ACD to call: ring this agent. Answered by {@link OfferAnswered} or {@link OfferFailed}, never by both.
 *
 * @param trace why this agent and no other
 */
public record OfferMade(TaskId task, AgentId agent, RoutingTrace trace) {}
