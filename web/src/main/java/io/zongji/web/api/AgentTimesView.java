package io.zongji.web.api;

import io.zongji.domain.agent.AgentState;
import io.zongji.web.times.AgentDay;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How an agent spent a day.
 *
 * @param day   of the company's calendar, ISO 8601
 * @param times milliseconds in each state; states without any time are left out. The sum is the day, or its part until now
 */
public record AgentTimesView(String agent, String day, Map<AgentState, Long> times) {
    static AgentTimesView of(AgentDay day) {
        return new AgentTimesView(
                day.agent().value(),
                day.day().toString(),
                day.times().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> toMillis(entry.getValue()), Long::sum)));
    }

    private static long toMillis(Duration time) {
        return time.toMillis();
    }
}
