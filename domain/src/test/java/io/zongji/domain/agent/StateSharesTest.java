package io.zongji.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.journal.AgentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateSharesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void everySecondOfTheSpanIsInOneState() {
        assertThat(shares(
                        AgentState.SIGNED_OUT,
                        at(60, AgentState.IDLE),
                        at(100, AgentState.BUSY),
                        at(130, AgentState.IDLE)))
                .isEqualTo(Map.of(
                        AgentState.SIGNED_OUT, Duration.ofSeconds(60),
                        AgentState.IDLE, Duration.ofSeconds(40 + 70),
                        AgentState.BUSY, Duration.ofSeconds(30)));
    }

    @Test
    void whatHappenedBeforeOnlySaysHowItBegan() {
        assertThat(shares(AgentState.IDLE, at(-500, AgentState.REST), at(50, AgentState.IDLE)))
                .isEqualTo(Map.of(AgentState.REST, Duration.ofSeconds(50), AgentState.IDLE, Duration.ofSeconds(150)));
    }

    @Test
    void whatComesAfterwardsDoesNotCount() {
        assertThat(shares(AgentState.IDLE, at(300, AgentState.BUSY)))
                .isEqualTo(Map.of(AgentState.IDLE, Duration.ofSeconds(200)));
    }

    private static Map<AgentState, Duration> shares(AgentState before, AgentEvent... events) {
        return StateShares.of(before, List.of(events), NINE, NINE.plusSeconds(200));
    }

    private static AgentEvent at(int second, AgentState state) {
        return new AgentEvent(new AgentId("1001"), state, "", NINE.plusSeconds(second), null);
    }
}
