package io.zongji.domain.live;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.NextStateEvent;
import java.util.Set;

/** The last news of an agent. */
final class BoardAgent {
    private final AgentId id;
    /** Null while nothing was heard. */
    AgentEvent last;

    /** What was told of the state to come; null when nothing is. */
    NextStateEvent next;

    /** How often the wrap-up was lengthened that is on. */
    int lengthened;

    long version;
    /** The queues taken part in; null for all that are served. */
    Set<QueueId> chosen;

    BoardAgent(AgentId id) {
        this.id = id;
    }

    AgentState state() {
        return last == null ? AgentState.SIGNED_OUT : last.state();
    }

    boolean idle() {
        return state() == AgentState.IDLE;
    }

    /** Whether the agent counts as talking in the call. */
    boolean isAbout(CallId call) {
        return state() == AgentState.TALKING && call.equals(last.call());
    }

    /** @param call the one that the last news is about; null when it is over, or there is none */
    LiveAgent live(Agent agent, BoardCall call) {
        return new LiveAgent(
                id,
                agent.jobNumber(),
                agent.name(),
                agent.extension(),
                state(),
                last == null ? null : last.at(),
                last == null ? "" : last.reason(),
                last == null ? null : last.call(),
                call != null && state() == AgentState.TALKING && call.rings(id),
                lengthened,
                next == null ? null : next.next(),
                next == null ? "" : next.reason());
    }
}
