package io.zongji.web.setup;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.trunk.RegistrationState;
import io.zongji.domain.trunk.TrunkState;
import io.zongji.server.CallCentre;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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

    /** A password as it is kept, so that only this installation can read it. */
    public String seal(String password) {
        return callCentre.seal().seal(password);
    }

    /** What calls and probes have found out of a trunk; empty when it was not used yet. */
    public Optional<TrunkState> trunk(String name) {
        return callCentre.trunks().states().stream()
                .filter(state -> state.trunk().equals(name))
                .findFirst();
    }

    /** How we stand with a trunk's carrier; empty where we do not register. */
    public Optional<RegistrationState> registration(String trunk) {
        return callCentre.registrations().state(trunk);
    }

    /** Whether the agent is signed in, in whatever state. */
    public boolean isSignedIn(AgentId agent) {
        return callCentre.liveBoard().snapshot().agents().stream()
                .filter(live -> live.agent().equals(agent))
                .map(LiveAgent::state)
                .anyMatch(state -> state != AgentState.SIGNED_OUT);
    }
}
