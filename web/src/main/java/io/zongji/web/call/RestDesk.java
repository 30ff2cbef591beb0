package io.zongji.web.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.config.RestRule;
import io.zongji.domain.live.LiveBoard;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import io.zongji.web.audit.Audit;
import io.zongji.web.call.RestRequests.RestRequest;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where agents ask for their own state. A rest that has to be allowed is only asked for; it comes when somebody who looks after the
 * agent allows it.
 */
@ApplicationScoped
public class RestDesk {
    /** It was taken back, somebody else was quicker, or there was none. */
    private static final String NO_REQUEST = "noRestRequest";

    @Inject
    private CallCentre callCentre;

    @Inject
    private RestRequests requests;

    @Inject
    private AgentServices agents;

    @Inject
    private ForcedStates forced;

    @Inject
    private Audit audit;

    private Runnable boardSubscription;

    /** Who signs out, or comes to rest in another way, asks for nothing any more. */
    @PostConstruct
    void start() {
        LiveBoard board = callCentre.liveBoard();
        boardSubscription = board.onChange(() -> requests.keep(agent -> RestRule.mayBeAskedFor(board.state(agent))));
    }

    @PreDestroy
    void stop() {
        boardSubscription.run();
    }

    /** Changes the own state, or asks for a rest. Never completes exceptionally. */
    public CompletableFuture<Answer> ask(SignedInUser user, StateCommand command) {
        AgentId agent = user.agentId();
        String reason = command.reason() == null ? "" : command.reason();
        if (command.action() == AgentRequest.Action.REST
                && RestRule.hasToBeAllowed(
                        callCentre.liveBoard().state(agent),
                        reason,
                        callCentre.configuration().get())) {
            requests.add(agent, reason);
            return CompletableFuture.completedFuture(Answer.ASKED);
        }
        return callCentre
                .agents()
                .ask(agent, command.action(), command.reason(), command.queues(), command.device(), command.standing())
                .thenApply(Answer::of);
    }

    /** The agent does not ask for a rest any more; null when done, else the code of why not. */
    public String takeBack(SignedInUser user) {
        if (!user.takesCalls()) {
            return CallServices.NOT_PERMITTED;
        }
        return requests.end(user.agentId()).isPresent() ? null : NO_REQUEST;
    }

    /** What somebody is to see: the own request, and those of the {@link Team}. */
    public List<RestRequest> seenBy(SignedInUser user) {
        List<RestRequest> open = requests.open();
        if (open.isEmpty()) {
            return open;
        }
        Team team = teamOf(user);
        return open.stream()
                .filter(request -> isOwn(user, request.agent()) || team.includes(request.agent()))
                .toList();
    }

    /** Allows or refuses what an agent of the own team has asked for; only the first does. Never completes exceptionally. */
    public CompletableFuture<AgentServices.Forced> decide(Actor actor, AgentId agent, boolean allowed) {
        AuditAction action = allowed ? AuditAction.ALLOW_REST : AuditAction.REFUSE_REST;
        boolean may = !isOwn(actor.user(), agent) && teamOf(actor.user()).includes(agent);
        Optional<RestRequest> request = may ? requests.end(agent) : Optional.empty();
        if (allowed && request.isPresent()) {
            return allow(actor, request.get());
        }
        String refusal = may ? request.isPresent() ? null : NO_REQUEST : CallServices.NOT_PERMITTED;
        audit.asked(
                actor,
                action,
                agent.value(),
                refusal,
                request.map(asked -> AgentServices.detail(rest(asked))).orElse(""));
        if (refusal == null) {
            forced.note(agent, actor.user().name(), ForcedStates.Deed.REST_REFUSED, AgentCommand.State.REST, false);
        }
        return CompletableFuture.completedFuture(new AgentServices.Forced(refusal, false));
    }

    private CompletableFuture<AgentServices.Forced> allow(Actor actor, RestRequest request) {
        return agents.set(actor, rest(request), AuditAction.ALLOW_REST).thenApply(done -> {
            if (done.refusal() != null) {
                requests.reopen(request);
            }
            return done;
        });
    }

    private static AgentCommand rest(RestRequest request) {
        return new AgentCommand(request.agent(), AgentCommand.State.REST, request.reason());
    }

    /** Nobody allows their own rest. */
    private static boolean isOwn(SignedInUser user, AgentId agent) {
        return user.takesCalls() && agent.equals(user.agentId());
    }

    private Team teamOf(SignedInUser user) {
        return Team.of(user, callCentre.configuration().get());
    }
}
