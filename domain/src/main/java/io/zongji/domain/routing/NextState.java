package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import java.time.Instant;
import java.util.List;

/** Tells what comes for an agent after the present state. */
final class NextState {
    private NextState() {}

    /** What was reserved is told when it is another thing than before, or goes on into a new state. */
    static void tellNews(AgentSlot agent, AgentStatus before, Instant now, List<Decision> decisions) {
        AgentStatus after = agent.status;
        boolean news = after.state() == before.state()
                ? after.reserved() != before.reserved() || !after.wish().equals(before.wish())
                : after.reserved() != null || mustLeave(agent);
        if (news) {
            decisions.add(next(agent, now));
        }
    }

    /** Who has lost the right to be online leaves when the offer or the call is over, whatever was reserved. */
    static void tellRight(AgentSlot agent, Instant now, List<Decision> decisions) {
        if (hasCall(agent)) {
            decisions.add(next(agent, now));
        }
    }

    private static Decision next(AgentSlot agent, Instant now) {
        AgentId id = agent.agent.id();
        return mustLeave(agent)
                ? new Decision.StateReserved(id, AgentState.SIGNED_OUT, now, RoutingEngine.ONLINE_RIGHT_WITHDRAWN)
                : new Decision.StateReserved(id, agent.status.reserved(), now, agent.status.wish());
    }

    private static boolean mustLeave(AgentSlot agent) {
        return hasCall(agent) && !agent.agent.rights().online();
    }

    private static boolean hasCall(AgentSlot agent) {
        return agent.is(AgentState.OFFERED) || agent.is(AgentState.TALKING);
    }
}
