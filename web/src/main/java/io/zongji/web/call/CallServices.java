package io.zongji.web.call;

import io.zongji.domain.config.Agent;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
