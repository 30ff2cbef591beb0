package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.live.LiveAgent;
import java.util.Objects;

/**
 * An agent at this moment. Times are ISO 8601, UTC.
 *
 * @param phone  the extension
 * @param since  when the state began; absent when nothing was heard of the agent yet
 * @param reason why, may be empty; absent for colleagues
 * @param call   the call that the state is about; absent when none, and for colleagues
 * @param rings  true: the agent counts as talking, but the phone only rings so far; absent otherwise
 * @param next   the state that follows when the offer or the call is over, or the phone is back, whoever asked for it and where;
 *               absent for the usual one, and for colleagues
 * @param nextReason the reason given with it, may be empty; absent where {@code next} is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentView(
        String id,
        String jobNumber,
        String name,
        String phone,
        AgentState state,
        String since,
        String reason,
        String call,
        Boolean rings,
        AgentState next,
        String nextReason) {

    /** With everything: for the agent, and for who looks after agents. */
    public static AgentView whole(LiveAgent agent) {
        return new AgentView(
                agent.agent().value(),
                agent.jobNumber(),
                agent.name(),
                agent.extension(),
                agent.state(),
                Objects.toString(agent.since(), null),
                agent.reason(),
                Objects.toString(agent.call(), null),
                agent.rings() ? true : null,
                agent.next(),
                agent.next() == null ? null : agent.nextReason());
    }

    /** What a colleague needs to know before calling. */
    public static AgentView ofColleague(LiveAgent agent) {
        AgentView all = whole(agent);
        return new AgentView(
                all.id, all.jobNumber, all.name, all.phone, all.state, all.since, null, null, all.rings, null, null);
    }
}
