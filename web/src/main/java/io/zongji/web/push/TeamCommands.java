package io.zongji.web.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.AgentId;
import io.zongji.web.Actor;
import io.zongji.web.call.AgentCommand;
import io.zongji.web.call.AgentServices;
import io.zongji.web.call.CallCommand;
import io.zongji.web.call.RestDesk;
import io.zongji.web.message.Messages;
import io.zongji.web.team.HelpDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/**
 * What pages ask of people instead of calls: {@code {force: {agent, state, reason}}} sets an agent's state,
 * {@code {message: {to, text}}} writes to agents, {@code {read: id}} says that a message is read, {@code {hand: {up, call}}} asks for
 * help and {@code {hand: {take: agent}}} gives it, {@code {rest: {agent, allowed}}} decides about a rest that was asked for, and
 * {@code {rest: {}}} takes the own request back.
 */
@ApplicationScoped
public class TeamCommands {
    private static final String FORCE = "force";
    private static final String MESSAGE = "message";
    private static final String READ = "read";
    private static final String HAND = "hand";
    private static final String TAKE = "take";
    private static final String REST = "rest";
    private static final String ALLOWED = "allowed";

    @Inject
    private AgentServices agents;

    @Inject
    private RestDesk rests;

    @Inject
    private Messages messages;

    @Inject
    private HelpDesk help;

    static boolean takes(JsonNode request) {
        return request.has(FORCE)
                || request.has(MESSAGE)
                || request.has(READ)
                || request.has(HAND)
                || request.has(REST);
    }

    /**
     * Does what is asked.
     *
     * @return {@code refusal}, null when it was done, and what else the page is told. Never completes exceptionally
     */
    CompletableFuture<ObjectNode> ask(Actor actor, JsonNode request) {
        try {
            if (request.has(FORCE)) {
                return force(actor, request.path(FORCE));
            }
            JsonNode rest = request.path(REST);
            if (rest.has(ALLOWED)) {
                AgentId agent = new AgentId(rest.path("agent").asText());
                return rests.decide(actor, agent, rest.path(ALLOWED).asBoolean())
                        .thenApply(TeamCommands::answer);
            }
            return CompletableFuture.completedFuture(answer(now(actor, request)));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(answer(e.getMessage()));
        }
    }

    private CompletableFuture<ObjectNode> force(Actor actor, JsonNode wish) {
        return agents.force(actor, AgentCommand.read(wish.path("agent").asText(), wish))
                .thenApply(TeamCommands::answer);
    }

    /** What is done at once; gives the refusal. */
    private String now(Actor actor, JsonNode request) {
        if (request.has(MESSAGE)) {
            JsonNode wish = request.path(MESSAGE);
            return messages.send(actor, wish.path("to"), wish.path("text").asText(""));
        }
        if (request.has(READ)) {
            messages.read(actor, request.path(READ).asLong());
            return null;
        }
        if (request.has(REST)) {
            return rests.takeBack(actor.user());
        }
        JsonNode wish = request.path(HAND);
        if (wish.has(TAKE)) {
            return help.take(actor, new AgentId(wish.path(TAKE).asText()));
        }
        String call = wish.path("call").asText("");
        return help.raise(actor, wish.path("up").asBoolean(), call.isEmpty() ? null : CallCommand.callId(call));
    }

    private static ObjectNode answer(AgentServices.Forced forced) {
        return answer(forced.refusal()).put("later", forced.later());
    }

    private static ObjectNode answer(String refusal) {
        return JsonNodeFactory.instance.objectNode().put("refusal", refusal);
    }
}
