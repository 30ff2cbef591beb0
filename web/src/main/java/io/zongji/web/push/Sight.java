package io.zongji.web.push;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveCall;
import io.zongji.domain.live.LiveDelta;
import io.zongji.web.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of the live view somebody gets.
 *
 * @param agent whose own part it is; null when they take no calls
 * @param all   everything, not only the own part
 * @param colleagues whose states are part of the own part
 */
public record Sight(AgentId agent, boolean all, Colleagues colleagues) {

    /** Whose states an agent sees beside the own. */
    public enum Colleagues {
        /** Of everybody. */
        ALL,
        /** Of those who serve a queue that the agent serves too. */
        QUEUES;

        /** By the property {@code zongji.desk.colleagues}, {@code all} or {@code queues}. */
        static Colleagues configured() {
            return valueOf(System.getProperty("zongji.desk.colleagues", "all").toUpperCase(Locale.ROOT));
        }
    }

    /** Of a user: everything for who watches others or reads events, else the own part. */
    public static Sight of(SignedInUser user) {
        return new Sight(user.agentId(), user.readsEvents(), Colleagues.configured());
    }

    /** The part of a delta that may be seen: for agents themselves, their calls, the queues they serve, and colleagues' states. */
    public LiveDelta of(LiveDelta delta, Configuration configuration) {
        if (all) {
            return delta;
        }
        Set<QueueId> queues = queuesOf(agent, configuration);
        List<LiveCall> own = new ArrayList<>();
        List<CallId> gone = new ArrayList<>(delta.ended());
        for (LiveCall call : delta.calls()) {
            if (agent != null && call.concerns(agent)) {
                own.add(call);
            } else {
                // It may have been this agent's until now.
                gone.add(call.call());
            }
        }
        return new LiveDelta(
                delta.from(),
                delta.version(),
                delta.full(),
                own,
                gone,
                delta.queues().stream()
                        .filter(queue -> queues.contains(queue.queue()))
                        .toList(),
                delta.agents().stream()
                        .filter(one -> one.agent().equals(agent) || isColleague(one.agent(), queues, configuration))
                        .map(one -> one.agent().equals(agent) ? one : presence(one))
                        .toList());
    }

    private boolean isColleague(AgentId other, Set<QueueId> queues, Configuration configuration) {
        return agent != null && colleagues == Colleagues.ALL
                || queuesOf(other, configuration).stream().anyMatch(queues::contains);
    }

    private static Set<QueueId> queuesOf(AgentId agent, Configuration configuration) {
        return Optional.ofNullable(agent).flatMap(configuration::agent).map(Agent::queues).orElse(List.of()).stream()
                .map(QueueMembership::queue)
                .collect(Collectors.toSet());
    }

    /** Whether a colleague is free, talks or is rung, and since when; not with whom they talk, nor why they rest. */
    private static LiveAgent presence(LiveAgent one) {
        return new LiveAgent(
                one.agent(),
                one.jobNumber(),
                one.name(),
                one.extension(),
                one.state(),
                one.since(),
                "",
                null,
                one.rings(),
                0,
                null,
                "");
    }
}
