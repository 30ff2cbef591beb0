package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import java.util.Arrays;

/**
 * One wish, as it came.
 *
 * @param target the extension to ring; empty where nobody is rung
 * @param mode   how a supervisor joins; null for other services
 * @param device the supervisor's phone; empty for the own one
 */
public record CallCommand(CallId call, Service service, String target, SupervisorMode mode, String device) {

    /** Reads {@code service}, {@code target}, {@code mode} and {@code device}. */
    public static CallCommand read(String call, JsonNode json) {
        Service service = choose("service", Service.class, json.path("service").asText());
        SupervisorMode mode = service == Service.JOIN
                ? choose("mode", SupervisorMode.class, json.path("mode").asText())
                : null;
        String target = json.path("target").asText().strip();
        if (target.isEmpty() && (service == Service.CONSULT || service == Service.SINGLE_STEP_TRANSFER)) {
            throw new IllegalArgumentException("target: say which extension to ring");
        }
        return new CallCommand(
                callId(call),
                service,
                target,
                mode,
                json.path("device").asText().strip());
    }

    /**
     * Reads the id of a call.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static CallId callId(String call) {
        try {
            return new CallId(call);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("call: '" + call + "' is not the id of a call", e);
        }
    }

    private static <T extends Enum<T>> T choose(String field, Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        field + ": '" + text + "' is none of " + Arrays.toString(type.getEnumConstants())));
    }
}
