package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.sbb.events.AgentRequest;
import java.util.Arrays;

/**
 * The wish to bring an agent into a state, as it came.
 *
 * @param reason the code of a reason that is set up for being busy or at rest; empty for none
 */
public record AgentCommand(AgentId agent, State state, String reason) {
    private static final int LONGEST_REASON = 200;

    /** What a supervisor can ask for. */
    public enum State {
        READY(AgentRequest.Action.READY, AgentAction.READY),
        BUSY(AgentRequest.Action.BUSY, AgentAction.BUSY),
        REST(AgentRequest.Action.REST, AgentAction.REST),
        SIGN_OUT(AgentRequest.Action.SIGN_OUT, AgentAction.SIGN_OUT);

        private final AgentRequest.Action request;
        private final AgentAction action;

        State(AgentRequest.Action request, AgentAction action) {
            this.request = request;
            this.action = action;
        }

        AgentRequest.Action request() {
            return request;
        }

        AgentAction action() {
            return action;
        }
    }

    /**
     * Reads {@code state} and {@code reason}.
     *
     * @throws IllegalArgumentException that names the field that is wrong
     */
    public static AgentCommand read(String agent, JsonNode json) {
        String wanted = json.path("state").asText();
        State state = Arrays.stream(State.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "state: '" + wanted + "' is none of " + Arrays.toString(State.values())));
        String reason = json.path("reason").asText("").strip();
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: at most " + LONGEST_REASON + " characters");
        }
        return new AgentCommand(agentId(agent), state, reason);
    }

    private static AgentId agentId(String agent) {
        try {
            return new AgentId(agent);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("agent: '" + agent + "' is not the id of an agent", e);
        }
    }
}
