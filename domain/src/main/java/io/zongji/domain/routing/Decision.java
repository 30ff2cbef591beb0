package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import java.time.Instant;

/** What the engine decided. The order within a list is the order to carry it out. */
public sealed interface Decision {

    /** A sentence that says why: the routing trace. */
    String reason();

    /**
     * Ring this agent for this caller.
     *
     * @param until the engine withdraws the offer then, if it is still open
     * @param trace why this agent and no other
     */
    record Offer(
            TaskId task, CallId call, QueueId queue, AgentId agent, Instant until, RoutingTrace trace, String reason)
            implements Decision {}

    /**
     * Stop ringing this agent: the caller is gone, the time is over, or the agent is.
     *
     * @param cause which of them, for the journal of the call
     */
    record WithdrawOffer(TaskId task, CallId call, QueueId queue, AgentId agent, Cause cause, String reason)
            implements Decision {}

    /**
     * The caller waits. Also given when an offer failed and the wait goes on.
     *
     * @param position the place, counted from 1
     * @param trace    why none of the agents
     */
    record Queued(TaskId task, CallId call, QueueId queue, int position, RoutingTrace trace, String reason)
            implements Decision {}

    /** The agent answered in time: connect the two. */
    record Connect(TaskId task, CallId call, QueueId queue, AgentId agent, String reason) implements Decision {}

    /** The answer came too late, its offer is gone: release that phone. */
    record AnswerTooLate(TaskId task, AgentId agent, String reason) implements Decision {}

    /** The caller leaves the queue unserved. */
    record Reject(TaskId task, CallId call, QueueId queue, RejectReason why, String reason) implements Decision {}

    /**
     * The agent is in a new state; write it to the journal.
     *
     * @param call the call that the state is about; null when none
     */
    record AgentStateChanged(AgentId agent, AgentState from, AgentState to, CallId call, Instant at, String reason)
            implements Decision {}

    /**
     * The agent comes to that state when the offer or the call is over, or the phone is back; tell those who watch. A state
     * that begins has nothing reserved unless this follows it.
     *
     * @param next   the state to come; null for the usual one
     * @param reason the one given with the wish; may be empty
     */
    record StateReserved(AgentId agent, AgentState next, Instant at, String reason) implements Decision {}

    /** The table of states does not allow it; nothing changed. */
    record ActionRefused(AgentId agent, AgentState state, AgentAction action, String reason) implements Decision {}
}
