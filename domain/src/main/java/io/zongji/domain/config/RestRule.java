package io.zongji.domain.config;

import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;

/** Which rests are only asked for, until somebody who looks after the agent allows them. */
public final class RestRule {
    private RestRule() {}

    /**
     * Whether a rest is one to be allowed. What would be refused anyway, to whoever asks, has to be allowed by nobody.
     *
     * @param reason the code of a reason; empty for none
     */
    public static boolean hasToBeAllowed(AgentState state, String reason, Configuration configuration) {
        boolean known = reason.isEmpty()
                || configuration.stateReason(AgentState.REST, reason).isPresent();
        return configuration.settings().restApproval() && known && mayBeAskedFor(state);
    }

    /** Whether there is a rest to ask for: not for who is signed out, or at rest. */
    public static boolean mayBeAskedFor(AgentState state) {
        return !(AgentTransitions.of(state, AgentAction.REST) instanceof AgentTransition.Refuse);
    }
}
