package io.zongji.web.times;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How an agent spent a day of the company's.
 *
 * @param times how long in each state; states without any time are not there. The sum is the day, or its part until now
 */
public record AgentDay(AgentId agent, LocalDate day, Map<AgentState, Duration> times) implements Serializable {
    /** Those in which an agent is signed in, in the order in which they are told. */
    public static final List<AgentState> STATES =
            Arrays.stream(AgentState.values()).filter(AgentState::signedIn).toList();

    public AgentDay {
        times = Map.copyOf(times);
    }

    /** Never null. */
    public Duration in(AgentState state) {
        return times.getOrDefault(state, Duration.ZERO);
    }

    public Duration signedIn() {
        return STATES.stream().map(this::in).reduce(Duration.ZERO, Duration::plus);
    }

    // Pages read properties, which records do not have.

    public String getAgent() {
        return agent.value();
    }

    public LocalDate getDay() {
        return day;
    }

    public long getSignedInMs() {
        return signedIn().toMillis();
    }

    /** In milliseconds. */
    public long ms(AgentState state) {
        return in(state).toMillis();
    }
}
