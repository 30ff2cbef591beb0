package io.zongji.web.setup;

import io.zongji.domain.AgentId;
import io.zongji.domain.routing.RoutingEngine;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.audit.Audit;
import io.zongji.web.call.AgentCommand;
import io.zongji.web.call.CallServices;
import io.zongji.web.call.ForcedStates;
import io.zongji.web.call.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The right of agents to sign in. Who signs an agent out by force takes it away, and only an administrator gives it back, so
 * that the agent does not return by the next click. Both are written to the audit log.
 */
@ApplicationScoped
public class OnlineRight {
    /** The refusal of an agent who is not set up. */
    private static final String NO_SUCH_AGENT = "no such agent";

    @Inject
    private AgentSetUp agents;

    @Inject
    private InForce inForce;

    @Inject
    private CallCentre callCentre;

    @Inject
    private Audit audit;

    @Inject
    private ForcedStates forced;

    /**
     * Signs the agent out at once, from an offer or a call when that is over, for good. For supervisors and administrators of the team.
     *
     * @return null when done, else the code of why not
     */
    public String withdraw(Actor actor, AgentId agent) {
        String refusal = isOfTeam(actor, agent) ? change(agent, false) : CallServices.NOT_PERMITTED;
        if (refusal == null) {
            // The ACD looks at the set-up with each event: this is the one. It is signed out by then, or after its
            // call.
            callCentre.agents().ask(agent, AgentRequest.Action.SIGN_OUT, RoutingEngine.ONLINE_RIGHT_WITHDRAWN);
            forced.note(agent, actor.user().name(), ForcedStates.Deed.WITHDRAWN, AgentCommand.State.SIGN_OUT, false);
        }
        audit.asked(actor, AuditAction.FORCE_SIGN_OUT, agent.value(), refusal, "");
        return refusal;
    }

    /**
     * Lets the agent sign in again. For administrators.
     *
     * @return null when done, else the code of why not
     */
    public String giveBack(Actor actor, AgentId agent) {
        String refusal = actor.user().administers() ? change(agent, true) : CallServices.NOT_PERMITTED;
        if (refusal == null) {
            forced.forget(agent);
        }
        audit.asked(actor, AuditAction.RESTORE_SIGN_IN, agent.value(), refusal, "");
        return refusal;
    }

    private boolean isOfTeam(Actor actor, AgentId agent) {
        return Team.of(actor.user(), inForce.configuration()).includes(agent);
    }

    private String change(AgentId agent, boolean may) {
        if (!agents.setOnlineRight(agent.value(), may)) {
            return NO_SUCH_AGENT;
        }
        inForce.renew();
        return null;
    }
}
