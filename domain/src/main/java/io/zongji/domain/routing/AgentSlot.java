package io.zongji.domain.routing;

import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.QueueMembership;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An agent and what the engine knows. Fields change through the engine only, which notes how to take the change back. */
final class AgentSlot {
    Agent agent;
    AgentStatus status;
    /** Whether the phone was lost and is not back. */
    boolean phoneGone;
    /** Whether the page was lost that the agent works with, and is not back. */
    boolean pageGone;
    /** Not set up any more; goes when the call is over. */
    boolean removed;
    /** The task that is offered; null when none. */
    TaskId offered;
    /** The queue of the call being handled; null when none or when it was no queue's. */
    QueueId queue;
    /** Since when idle as strategies see it. */
    Instant idleSince;

    long idleSequence;
    /** How many offers in a row were not answered. */
    int missed;
    /** The queues signed in to; null for all that are served. */
    Set<QueueId> chosen;
    /** Calls, none of a queue's, that have the phone, whatever the state says; the oldest first. */
    List<CallId> engaged = List.of();
    /** The end of wrap-up, rest or forced busy; null when only the agent ends it. */
    Deadline timer;

    AgentSlot(Agent agent, Instant now) {
        this.agent = agent;
        this.status = AgentStatus.signedOut(now);
        this.idleSince = now;
    }

    boolean is(AgentState state) {
        return status.state() == state;
    }

    boolean reachable() {
        return !phoneGone && !pageGone;
    }

    /** The queues that the agent takes part in when signed in. */
    List<QueueMembership> memberships() {
        return chosen == null
                ? agent.queues()
                : agent.queues().stream()
                        .filter(membership -> chosen.contains(membership.queue()))
                        .toList();
    }

    Candidate candidate(QueueMembership membership) {
        return new Candidate(agent.id(), membership.priority(), idleSince, idleSequence);
    }
}
