package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.sbb.events.AgentRequest;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an agent asks for the own state.
 *
 * @param reason in the agent's words; null for none
 */
public record StateCommand(AgentRequest.Action action, String reason) {
    /** What a person may ask; to be restored is not among it. */
    private static final Set<AgentRequest.Action> ACTIONS = EnumSet.of(
            AgentRequest.Action.SIGN_IN,
            AgentRequest.Action.SIGN_OUT,
            AgentRequest.Action.READY,
            AgentRequest.Action.BUSY,
            AgentRequest.Action.REST,
            AgentRequest.Action.WRAP_UP_DONE);

    /**
     * Reads {@code action} and {@code reason}.
     *
     * @throws IllegalArgumentException if there is no such action; the message begins with the field's name
     */
    public static StateCommand read(JsonNode json) {
        String wanted = json.path("action").asText();
        return ACTIONS.stream()
                .filter(action -> action.name().equals(wanted))
                .findFirst()
                .map(action -> new StateCommand(action, json.path("reason").asText(null)))
                .orElseThrow(() -> new IllegalArgumentException("action: '" + wanted + "' is none of " + ACTIONS));
    }
}
