package io.zongji.web.call;

import io.zongji.domain.CallId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks calls for services on behalf of somebody who may. */
@ApplicationScoped
public class CallServices {
    /** The refusal of somebody without the right to it. */
    public static final String NOT_PERMITTED = "notPermitted";

    /** The refusal of somebody who has no phone and named none. */
    public static final String NO_PHONE = "noPhone";

    private static final Logger log = LoggerFactory.getLogger(CallServices.class);

    @Inject
    private CallCentre callCentre;

    /**
     * Agents ask for their own calls; supervisors and administrators may join any, with a phone that they name or their own.
     *
     * @return empty when it is done, or when a phone is being rung; else the code of why not. Never completes exceptionally
     */
    public CompletableFuture<Optional<String>> ask(SignedInUser user, CallCommand command) {
        boolean joins = command.service() == Service.JOIN;
        boolean asSupervisor = joins || !command.device().isEmpty();
        if (!(asSupervisor ? user.supervises() : user.takesCalls())) {
            return CompletableFuture.completedFuture(Optional.of(NOT_PERMITTED));
        }
        String device = command.device().isEmpty() ? ownPhone(user) : command.device();
        if (device.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.of(NO_PHONE));
        }
        log.info("{} asks call {} for {}", user.login(), command.call(), command.service());
        CompletableFuture<Optional<Refusal>> outcome = joins
                ? callCentre.calls().join(command.call(), device, command.mode())
                : callCentre.calls().ask(command.call(), command.service(), device, command.target());
        return outcome.thenApply(refusal -> refusal.map(Refusal::code));
    }

    /**
     * Lets data go along with a call: agents with calls that they take part in, supervisors and administrators with any.
     *
     * @return as {@link #ask}
     * @throws IllegalArgumentException when it is more than a call carries; says what
     */
    public CompletableFuture<Optional<String>> attach(SignedInUser user, CallId call, Map<String, String> data) {
        if (!user.supervises() && !takesPart(user, call)) {
            return CompletableFuture.completedFuture(Optional.of(NOT_PERMITTED));
        }
        log.info("{} attaches {} to call {}", user.login(), data.keySet(), call);
        return callCentre.calls().attach(call, data).thenApply(refusal -> refusal.map(Refusal::code));
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
