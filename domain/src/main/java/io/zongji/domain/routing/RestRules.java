package io.zongji.domain.routing;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.StateReason;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How long agents may rest.
 *
 * @param limits by the code of the reason; none for what is not named
 * @param after  the state when the time is over
 */
public record RestRules(Map<String, Duration> limits, AgentState after) {
    /** Only agents end their rests. */
    public static final RestRules NONE = new RestRules(Map.of(), AgentState.BUSY);

    public RestRules {
        limits = Map.copyOf(limits);
        Objects.requireNonNull(after, "after");
    }

    /** As set up. */
    public static RestRules of(Configuration configuration) {
        return new RestRules(
                configuration.stateReasons().stream()
                        .filter(reason -> !reason.limit().isZero())
                        .collect(Collectors.toMap(StateReason::code, StateReason::limit)),
                configuration.settings().stateAfterRest());
    }
}
