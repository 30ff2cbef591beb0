package io.zongji.sbb.acd;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.StateReason;
import io.zongji.sbb.events.AgentRequest;
import java.util.stream.Collectors;

/** What the set-up does not let an agent ask for, whatever the agent's state. */
final class RequestCheck {

    private RequestCheck() {}

    /** Why it cannot be asked for; null when it can. */
    static String refusal(AgentRequest request, Configuration configuration) {
        return switch (request.action()) {
            case BUSY -> unknownReason(request, AgentState.BUSY, configuration);
            case REST -> unknownReason(request, AgentState.REST, configuration);
            case SIGN_IN ->
                request.queues() == null || chooses(request, configuration) ? null : AgentRequest.NO_RIGHT_TO_CHOOSE;
            case CHOOSE_QUEUES -> mayResetQueues(request, configuration) ? null : AgentRequest.NO_RIGHT_TO_RESET;
            default -> null;
        };
    }

    /** Agents give a reason that is set up, or none. */
    private static String unknownReason(AgentRequest request, AgentState use, Configuration configuration) {
        if (request.reason().isEmpty()
                || configuration.stateReason(use, request.reason()).isPresent()) {
            return null;
        }
        String known = configuration.stateReasons().stream()
                .filter(reason -> reason.use() == use)
                .map(StateReason::code)
                .collect(Collectors.joining(", "));
        return "reason: '" + request.reason() + "' is none of " + known;
    }

    private static boolean chooses(AgentRequest request, Configuration configuration) {
        return configuration
                .agent(request.agent())
                .filter(configuration.settings().skillSignIn()::chooses)
                .isPresent();
    }

    private static boolean mayResetQueues(AgentRequest request, Configuration configuration) {
        return configuration
                .agent(request.agent())
                .filter(agent -> agent.rights().resetQueues())
                .isPresent();
    }
}
