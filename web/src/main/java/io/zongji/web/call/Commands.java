package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.CallId;
import io.zongji.server.CallCentre;
import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What programs ask, by REST or on the line of events; each command gets one answer, however often it comes. */
@ApplicationScoped
public class Commands {
    @Inject
    private CommandLedger ledger;

    @Inject
    private CallServices services;

    @Inject
    private RestDesk rests;

    @Inject
    private CallCentre callCentre;

    /** Asks a call for a service. */
    public CompletableFuture<Answer> serve(Actor actor, UUID id, CallCommand command) {
        return ledger.once(actor.login(), id, command, () -> services.ask(actor, command)
                .thenApply(refusal -> refusal.map(Answer::refused).orElse(Answer.DONE)));
    }

    /** Calls somebody from the asker's own phone. */
    public CompletableFuture<Answer> make(Actor actor, UUID id, MakeCommand command) {
        return ledger.once(actor.login(), id, command, () -> services.make(actor, command));
    }

    /**
     * Reads the wish for a new call.
     *
     * @throws IllegalArgumentException if there is no target, or the number to be shown is not permitted; the message begins
     *     with the field's name
     */
    public MakeCommand newCall(JsonNode json) {
        MakeCommand command = MakeCommand.read(json);
        if (!command.permitted(callCentre.configuration().get())) {
            throw new IllegalArgumentException("caller: '" + command.caller()
                    + "' is none of the numbers that may be shown to " + command.target());
        }
        return command;
    }

    /**
     * Lets data go along with a call. Once more does no harm, so it needs no id.
     *
     * @throws IllegalArgumentException when it is more than a call carries; says what
     */
    public CompletableFuture<Answer> attach(Actor actor, CallId call, Map<String, String> data) {
        return services.attach(actor, call, data)
                .thenApply(refusal -> refusal.map(Answer::refused).orElse(Answer.DONE));
    }

    /** Changes the asker's own state as an agent. */
    public CompletableFuture<Answer> state(SignedInUser user, UUID id, StateCommand command) {
        return ledger.once(user.login(), id, command, () -> {
            if (!user.takesCalls()) {
                return CompletableFuture.completedFuture(Answer.refused(CallServices.NOT_PERMITTED));
            }
            return rests.ask(user, command);
        });
    }

    /**
     * The id of a command.
     *
     * @return null when it has none
     * @throws IllegalArgumentException if it is no UUID; the message begins with the field's name
     */
    public static UUID id(JsonNode json, String field) {
        String text = json.path(field).asText("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": '" + text + "' is not a UUID", e);
        }
    }
}
