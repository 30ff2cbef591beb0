package io.zongji.web.team;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import io.zongji.web.audit.Audit;
import io.zongji.web.call.CallServices;
import io.zongji.web.call.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Agents ask for help, and one of their supervisors comes. */
@ApplicationScoped
public class HelpDesk {
    /** Somebody else was quicker, or the agent needs no help any more. */
    private static final String TAKEN = "handTaken";

    private final Hands hands = new Hands(Clock.systemUTC());

    @Inject
    private CallCentre callCentre;

    @Inject
    private Audit audit;

    /**
     * An agent raises or lowers the own hand.
     *
     * @param call what it is about; null when nothing that is up, or one that is not the agent's
     * @return null when it is done, else the code of why not
     */
    public String raise(Actor actor, boolean up, CallId call) {
        SignedInUser user = actor.user();
        if (!user.takesCalls()) {
            return CallServices.NOT_PERMITTED;
        }
        if (up) {
            hands.raise(user.agentId(), isOwn(user, call) ? call : null);
        } else {
            hands.lower(user.agentId());
        }
        return null;
    }

    private boolean isOwn(SignedInUser user, CallId call) {
        return call != null
                && callCentre
                        .liveBoard()
                        .call(call)
                        .filter(live -> live.concerns(user.agentId()))
                        .isPresent();
    }

    /**
     * A supervisor comes to help; only the first does.
     *
     * @return null when it is done, else the code of why not
     */
    public String take(Actor actor, AgentId agent) {
        String refusal =
                teamOf(actor.user()).includes(agent) ? hands.lower(agent) ? null : TAKEN : CallServices.NOT_PERMITTED;
        audit.asked(actor, AuditAction.HELP, agent.value(), refusal, "");
        return refusal;
    }

    /** Hands that somebody is to see: the team's, and the own. */
    public List<Hands.Hand> seenBy(SignedInUser user) {
        Team team = teamOf(user);
        return hands.up(call -> callCentre.liveBoard().call(call).isPresent()).stream()
                .filter(hand -> team.includes(hand.agent()) || hand.agent().equals(user.agentId()))
                .toList();
    }

    private Team teamOf(SignedInUser user) {
        return Team.of(user, callCentre.configuration().get());
    }
}
