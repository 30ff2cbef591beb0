package io.zongji.web.setup;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.live.LiveAgent;
import io.zongji.server.CallCentre;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What calls follow at the moment. */
@ApplicationScoped
public class InForce {

    @Inject
    private CallCentre callCentre;

    public Configuration configuration() {
        return callCentre.configuration().get();
    }

    /** Lets calls follow what has been committed to the database. */
    public void renew() {
        callCentre.configuration().reload();
    }

    /** Whether the agent is signed in, in whatever state. */
    public boolean isSignedIn(AgentId agent) {
        return callCentre.liveBoard().snapshot().agents().stream()
                .filter(live -> live.agent().equals(agent))
                .map(LiveAgent::state)
                .anyMatch(state -> state != AgentState.SIGNED_OUT);
    }
}
