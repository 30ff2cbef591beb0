package io.zongji.web.call;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;
import io.zongji.domain.live.LiveAgent;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings agents into states on behalf of somebody who may. Whatever a supervisor does to an agent goes this way, and from here into
 * the audit log, allowed or not.
 */
@ApplicationScoped
public class AgentServices {
    /** The refusal of an agent who is not set up. */
    private static final String NO_SUCH_AGENT = "noSuchAgent";

    private static final Logger log = LoggerFactory.getLogger(AgentServices.class);

    @Inject
    private CallCentre callCentre;

    @Inject
    private Audit audit;

    @Inject
    private RestRequests restRequests;

    @Inject
    private ForcedStates forced;

    /**
     * What came of it.
     *
     * @param refusal why not; null when it was done
     * @param later   the agent has a call: the state follows when it is over
     */
    public record Forced(String refusal, boolean later) {}

    /** Sets the state of an agent of the own {@link Team}. Never completes exceptionally. */
    public CompletableFuture<Forced> force(Actor actor, AgentCommand command) {
        return set(actor, command, AuditAction.FORCE_STATE);
    }

    /** As {@link #force}, under another name in the audit log. */
    CompletableFuture<Forced> set(Actor actor, AgentCommand command, AuditAction action) {
        boolean later = isLater(command);
        return forced(actor, command).thenApply(refusal -> {
            audit.asked(actor, action, command.agent().value(), refusal, detail(command));
            if (refusal == null && command.state() == AgentCommand.State.REST) {
                restRequests.end(command.agent());
            }
            if (refusal == null && !command.agent().equals(actor.user().agentId())) {
                ForcedStates.Deed deed =
                        action == AuditAction.ALLOW_REST ? ForcedStates.Deed.REST_ALLOWED : ForcedStates.Deed.SET;
                forced.note(command.agent(), actor.user().name(), deed, command.state(), later);
            }
            return new Forced(refusal, refusal == null && later);
        });
    }

    /** What the audit log says of it. */
    static String detail(AgentCommand command) {
        return command.state() + (command.reason().isEmpty() ? "" : ": " + command.reason());
    }

    private CompletableFuture<String> forced(Actor actor, AgentCommand command) {
        if (!Team.of(actor.user(), callCentre.configuration().get()).includes(command.agent())) {
            return CompletableFuture.completedFuture(CallServices.NOT_PERMITTED);
        }
        if (callCentre.configuration().get().agent(command.agent()).isEmpty()) {
            return CompletableFuture.completedFuture(NO_SUCH_AGENT);
        }
        log.info("{} sets agent {} to {}", actor.login(), command.agent(), command.state());
        return callCentre.agents().ask(command.agent(), command.state().request(), command.reason());
    }

    private boolean isLater(AgentCommand command) {
        AgentState now = callCentre.liveBoard().snapshot().agents().stream()
                .filter(agent -> agent.agent().equals(command.agent()))
                .map(LiveAgent::state)
                .findFirst()
                .orElse(AgentState.SIGNED_OUT);
        return AgentTransitions.of(now, command.state().action()) instanceof AgentTransition.Reserve;
    }
}
