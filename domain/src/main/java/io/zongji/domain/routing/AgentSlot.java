package io.zongji.domain.routing;

import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.QueueMembership;
import java.time.Instant;

/** An agent and what the engine knows. Fields change through the engine only, which notes how to take the change back. */
final class AgentSlot {
    Agent agent;
    AgentStatus status;
    /** False once the phone was lost, until it is back. */
    boolean reachable = true;
    /** Not set up any more; goes when the call is over. */
    boolean removed;
    /** The task that is offered; null when none. */
    TaskId offered;
    /** The queue of the call being handled; null when none or when it was no queue's. */
    QueueId queue;
    /** Since when idle as strategies see it. */
    Instant idleSince;

    long idleSequence;
    /** The end of wrap-up or forced busy; null when only the agent ends it. */
    Deadline timer;

    AgentSlot(Agent agent, Instant now) {
        this.agent = agent;
        this.status = AgentStatus.signedOut(now);
        this.idleSince = now;
    }

    boolean is(AgentState state) {
        return status.state() == state;
    }

    Candidate candidate(QueueMembership membership) {
        return new Candidate(agent.id(), membership.priority(), idleSince, idleSequence);
    }
}
