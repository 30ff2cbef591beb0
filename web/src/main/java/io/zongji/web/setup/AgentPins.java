package io.zongji.web.setup;

import io.zongji.domain.AgentId;
import io.zongji.domain.phone.Pin;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The PINs by which agents sign in at any phone, as the agents themselves change them. */
@ApplicationScoped
public class AgentPins {

    @Inject
    private AgentSetUp agents;

    @Inject
    private InForce inForce;

    @Inject
    private Audit audit;

    /**
     * Gives the agent another PIN; counts at once.
     *
     * @return false when there is no such agent
     */
    public boolean change(Actor actor, AgentId agent, Pin pin) {
        if (inForce.configuration().agent(agent).isEmpty()) {
            return false;
        }
        agents.setPin(agent.value(), pin);
        counts(actor, agent, "pin: changed");
        return true;
    }

    /** Takes the agent's PIN away, if there is one; counts at once. */
    public void remove(Actor actor, AgentId agent) {
        agents.removePin(agent.value());
        counts(actor, agent, "pin: removed");
    }

    private void counts(Actor actor, AgentId agent, String what) {
        inForce.renew();
        audit.done(actor, AuditAction.CHANGE, "agent " + agent.value(), what);
    }
}
