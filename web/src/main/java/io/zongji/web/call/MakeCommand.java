package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.trunk.RoutePlan;

/**
 * The wish for a new call, as it came.
 *
 * @param target an extension or a number outside
 * @param caller the number of ours to show outside; null for the usual one
 */
public record MakeCommand(String target, String caller) {

    /**
     * Reads {@code target}, and {@code caller} where it is given.
     *
     * @throws IllegalArgumentException if there is no target; the message begins with the field's name
     */
    public static MakeCommand read(JsonNode json) {
        String target = CallCommand.target(json);
        if (target.isEmpty()) {
            throw new IllegalArgumentException("target: say which number to call");
        }
        String caller = json.path("caller").asText("").strip();
        return new MakeCommand(target, caller.isEmpty() ? null : caller);
    }

    /**
     * Whether the called party may be shown what is wished. Our own people see who calls, whatever is wished; whom no trunk
     * reaches is shown nothing, and why there is no call is told by who makes it.
     */
    public boolean permitted(Configuration configuration) {
        return caller == null
                || configuration.extension(target).isPresent()
                || configuration.trunksTo(target).isEmpty()
                || RoutePlan.mayShow(configuration, target, caller);
    }
}
