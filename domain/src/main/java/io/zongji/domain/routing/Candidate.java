package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import java.time.Instant;

/**
 * An idle agent as a strategy sees one. Nothing of it changes while the agent is idle, so that idle agents can be kept in
 * the strategy's order.
 *
 * @param agent          the agent
 * @param memberPriority the agent's priority in the queue; 1 is asked first
 * @param idleSince      when the agent became idle; a caller who hung up before the answer does not count
 * @param idleSequence   tells apart agents who became idle at the same instant; rises
 */
public record Candidate(AgentId agent, int memberPriority, Instant idleSince, long idleSequence) {}
