package io.zongji.domain.live;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.journal.AgentEvent;
import java.util.Set;

/** The last news of an agent. */
final class BoardAgent {
    private final AgentId id;
    /** Null while nothing was heard. */
    AgentEvent last;

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

    LiveAgent live(Agent agent) {
        return new LiveAgent(
                id,
                agent.jobNumber(),
                agent.name(),
                agent.extension(),
                state(),
                last == null ? null : last.at(),
                last == null ? "" : last.reason(),
                last == null ? null : last.call());
    }
}
