package io.zongji.web.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.web.Actor;
import io.zongji.web.call.AgentCommand;
import io.zongji.web.call.AgentServices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** What pages ask of people instead of calls: {@code {force: {agent, state, reason}}} sets an agent's state. */
@ApplicationScoped
public class TeamCommands {
    private static final String FORCE = "force";

    @Inject
    private AgentServices agents;

    static boolean takes(JsonNode request) {
        return request.has(FORCE);
    }

    /**
     * Does what is asked.
     *
     * @return {@code refusal}, null when it was done, and what else the page is told. Never completes exceptionally
     */
    CompletableFuture<ObjectNode> ask(Actor actor, JsonNode request) {
        try {
            JsonNode force = request.path(FORCE);
            return agents.force(actor, AgentCommand.read(force.path("agent").asText(), force))
                    .thenApply(forced -> answer(forced.refusal()).put("later", forced.later()));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(answer(e.getMessage()));
        }
    }

    private static ObjectNode answer(String refusal) {
        return JsonNodeFactory.instance.objectNode().put("refusal", refusal);
    }
}
