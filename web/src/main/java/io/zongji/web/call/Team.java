package io.zongji.web.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.live.LiveCall;
import io.zongji.web.SignedInUser;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom somebody looks after. Supervisors and administrators look after everybody; a supervisor who takes calls too (班长坐席)
 * after the agents of the queues they serve themselves; everybody else after nobody. One answer for one configuration.
 */
public final class Team {
    private final Configuration configuration;
    private final boolean everybody;
    private final Set<QueueId> queues;

    private Team(Configuration configuration, boolean everybody, Set<QueueId> queues) {
        this.configuration = configuration;
        this.everybody = everybody;
        this.queues = Set.copyOf(queues);
    }

    public static Team of(SignedInUser user, Configuration configuration) {
        boolean leads = user.supervises() && user.takesCalls() && !user.administers();
        return new Team(
                configuration,
                user.supervises() && !leads,
                leads ? configuration.agent(user.agentId()).map(Team::queuesOf).orElse(Set.of()) : Set.of());
    }

    /** Whether the user may watch this agent closely and set the state. */
    public boolean includes(AgentId agent) {
        return everybody
                || configuration
                        .agent(agent)
                        .map(Team::queuesOf)
                        .filter(served -> served.stream().anyMatch(queues::contains))
                        .isPresent();
    }

    /**
     * Whether the user may take part in the call and end it: it is in one of the queues, or somebody of the team is in it,
     * whoever called whom.
     */
    public boolean answersFor(LiveCall call) {
        return everybody
                || call.queue() != null && queues.contains(call.queue())
                || call.agent() != null && includes(call.agent())
                || call.legs().stream().anyMatch(this::isTheirs);
    }

    /** Whether somebody of the team is at this end of a call, and has not left it. */
    private boolean isTheirs(LegRecord leg) {
        return leg.agent() != null && leg.ended() == null && includes(leg.agent());
    }

    /** Whether the user looks after all agents of the queue. */
    public boolean includes(QueueId queue) {
        return everybody || queues.contains(queue);
    }

    private static Set<QueueId> queuesOf(Agent agent) {
        return agent.queues().stream().map(QueueMembership::queue).collect(Collectors.toSet());
    }
}
