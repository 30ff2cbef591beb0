package io.zongji.web.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.live.LiveCall;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks calls for services on behalf of somebody who may. Whatever a supervisor does to a call goes this way, and from here into the
 * audit log, allowed or not.
 */
@ApplicationScoped
public class CallServices {
    /** The refusal of somebody without the right to it. */
    public static final String NOT_PERMITTED = "notPermitted";

    /** The refusal of somebody who has no phone and named none. */
    public static final String NO_PHONE = "noPhone";

    /** The refusal of somebody who is at rest or in another call. */
    public static final String OWN_PHONE_BUSY = "ownPhoneBusy";

    /** The refusal of a number that may not be shown to the one who is called. */
    public static final String CALLER_NOT_PERMITTED = "callerNotPermitted";

    private static final Logger log = LoggerFactory.getLogger(CallServices.class);

    @Inject
    private CallCentre callCentre;

    @Inject
    private Audit audit;

    @Inject
    private Interventions interventions;

    /**
     * Agents ask for their own calls; supervisors and administrators may join and end those of their {@link Team}, with a phone
     * that they name or their own.
     *
     * @return empty when it is done, or when a phone is being rung; else the code of why not. Never completes exceptionally
     */
    public CompletableFuture<Optional<String>> ask(Actor actor, CallCommand command) {
        AuditAction action = supervising(command);
        if (action == null) {
            return serve(actor.user(), command);
        }
        // Whose call it is now: afterwards it may be somebody else's.
        String agent = agentOf(command.call());
        CompletableFuture<Optional<String>> outcome = mayTouch(actor.user(), command.call())
                ? intervene(actor.user(), command)
                : CompletableFuture.completedFuture(Optional.of(NOT_PERMITTED));
        return outcome.thenApply(refusal -> {
            String device = command.device().isEmpty() ? "" : "device " + command.device();
            audit.ofCall(actor, action, command.call(), agent, refusal.orElse(null), device);
            return refusal;
        });
    }

    /** The name is known before the call ends: the agent's page may hear of that first. */
    private CompletableFuture<Optional<String>> intervene(SignedInUser user, CallCommand command) {
        if (command.service() != Service.RELEASE && command.service() != Service.INTERCEPT) {
            return serve(user, command);
        }
        interventions.begin(command.call(), user.name());
        return serve(user, command).thenApply(refusal -> {
            refusal.ifPresent(code -> interventions.giveUp(command.call(), user.name()));
            return refusal;
        });
    }

    /** What the audit log calls it; null for what agents do with their own calls. */
    private static AuditAction supervising(CallCommand command) {
        return switch (command.service()) {
            case RELEASE -> AuditAction.RELEASE;
            case INTERCEPT -> AuditAction.INTERCEPT;
            case JOIN ->
                switch (command.mode()) {
                    case LISTEN -> AuditAction.LISTEN;
                    case WHISPER -> AuditAction.WHISPER;
                    case BARGE_IN -> AuditAction.BARGE_IN;
                };
            case CLEAR_CONNECTION -> command.device().isEmpty() ? null : AuditAction.LEAVE;
            default -> command.device().isEmpty() ? null : AuditAction.CONTROL;
        };
    }

    private String agentOf(CallId call) {
        return callCentre
                .liveBoard()
                .call(call)
                .map(LiveCall::agent)
                .map(AgentId::value)
                .orElse("");
    }

    private CompletableFuture<Optional<String>> serve(SignedInUser user, CallCommand command) {
        boolean asSupervisor = supervising(command) != null;
        if (!(asSupervisor ? user.supervises() : user.takesCalls())) {
            return CompletableFuture.completedFuture(Optional.of(NOT_PERMITTED));
        }
        String device = command.device().isEmpty() ? ownPhone(user) : command.device();
        if (device.isEmpty() && command.service() != Service.RELEASE) {
            return CompletableFuture.completedFuture(Optional.of(NO_PHONE));
        }
        log.info("{} asks call {} for {}", user.login(), command.call(), command.service());
        CompletableFuture<Optional<Refusal>> outcome =
                switch (command.service()) {
                    case RELEASE -> callCentre.calls().release(command.call());
                    case INTERCEPT -> callCentre.calls().intercept(command.call(), device, user.name());
                    case JOIN -> callCentre.calls().join(command.call(), device, command.mode(), user.name());
                    default -> callCentre.calls().ask(command.call(), command.service(), device, command.target());
                };
        return outcome.thenApply(refusal -> refusal.map(Refusal::code));
    }

    /**
     * Calls somebody from the asker's own phone, which is rung first.
     *
     * @param command whom to call, and what to show
     */
    public CompletableFuture<Answer> make(Actor actor, MakeCommand command) {
        if (!actor.user().takesCalls()) {
            return CompletableFuture.completedFuture(Answer.refused(NOT_PERMITTED));
        }
        String device = ownPhone(actor.user());
        if (device.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.refused(NO_PHONE));
        }
        log.info("{} calls from {}", actor.login(), device);
        return callCentre
                .calls()
                .make(device, command.target(), command.caller())
                .thenApply(made -> made.refusal() == null
                        ? Answer.made(made.call())
                        : Answer.refused(
                                made.refusal() == Refusal.DEVICE_BUSY
                                        ? OWN_PHONE_BUSY
                                        : made.refusal().code()));
    }

    /**
     * Lets data go along with a call: agents with calls that they take part in, supervisors and administrators with those of
     * their {@link Team}.
     *
     * @return as {@link #ask}
     * @throws IllegalArgumentException when it is more than a call carries; says what
     */
    public CompletableFuture<Optional<String>> attach(Actor actor, CallId call, Map<String, String> data) {
        if (takesPart(actor.user(), call)) {
            return attach(call, data, actor.login());
        }
        String agent = agentOf(call);
        CompletableFuture<Optional<String>> outcome = mayTouch(actor.user(), call)
                ? attach(call, data, actor.login())
                : CompletableFuture.completedFuture(Optional.of(NOT_PERMITTED));
        return outcome.thenApply(refusal -> {
            audit.ofCall(actor, AuditAction.CONTROL, call, agent, refusal.orElse(null), "attach " + data.keySet());
            return refusal;
        });
    }

    private CompletableFuture<Optional<String>> attach(CallId call, Map<String, String> data, String login) {
        log.info("{} attaches {} to call {}", login, data.keySet(), call);
        return callCentre.calls().attach(call, data).thenApply(refusal -> refusal.map(Refusal::code));
    }

    /** Whether the call is one of the user's team, or is not there. */
    private boolean mayTouch(SignedInUser user, CallId call) {
        Team team = Team.of(user, callCentre.configuration().get());
        return callCentre.liveBoard().call(call).map(team::answersFor).orElse(user.supervises());
    }

    private boolean takesPart(SignedInUser user, CallId id) {
        return user.takesCalls()
                && callCentre
                        .liveBoard()
                        .call(id)
                        .filter(call -> call.concerns(user.agentId()))
                        .isPresent();
    }

    private String ownPhone(SignedInUser user) {
        return user.agent() == null
                ? ""
                : callCentre
                        .configuration()
                        .get()
                        .agent(user.agentId())
                        .map(Agent::extension)
                        .orElse("");
    }
}
