package io.zongji.domain.routing;

import static io.zongji.domain.routing.RoutingFixture.SALES;
import static io.zongji.domain.routing.RoutingFixture.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.StateShares;
import io.zongji.domain.journal.AgentEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engine tells the journal is enough to say how every second of a day was spent. */
class TimesOfStatesTest {
    private static final AgentId A1 = new AgentId("a1");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T16:00:00Z");

    private final List<AgentEvent> journal = new ArrayList<>();
    private RoutingFixture acd = new RoutingFixture();

    @Test
    void everySecondOfTheFiveStatesIsCounted() {
        acd.agent("a1", in(SALES)).configure();
        note(acd.engine.signIn(A1, AgentState.IDLE, "", acd.now));
        acd.pass(60);
        note(acd.submit("t1"));
        acd.pass(7);
        note(acd.answer("t1", "a1"));
        acd.pass(125);
        note(acd.engine.action(A1, AgentAction.WRAP_UP, null, "", acd.now));
        note(acd.release("a1"));
        acd.pass(33);
        note(acd.engine.action(A1, AgentAction.BUSY, null, "training", acd.now));
        acd.pass(600);
        note(acd.engine.action(A1, AgentAction.REST, null, "meal", acd.now));
        acd.pass(1_800);
        note(acd.engine.action(A1, AgentAction.READY, null, "", acd.now));
        acd.pass(1);
        note(acd.engine.signOut(A1, "", acd.now));
        acd.pass(100);

        assertThat(shares(RoutingFixture.START, acd.now))
                .isEqualTo(Map.of(
                        AgentState.IDLE, Duration.ofSeconds(61),
                        AgentState.OFFERED, Duration.ofSeconds(7),
                        AgentState.TALKING, Duration.ofSeconds(125),
                        AgentState.WRAP_UP, Duration.ofSeconds(33),
                        AgentState.BUSY, Duration.ofSeconds(600),
                        AgentState.REST, Duration.ofSeconds(1_800),
                        AgentState.SIGNED_OUT, Duration.ofSeconds(100)));
    }

    @Test
    void aStateOverMidnightBelongsToBothDaysAndToBothRunsOfTheServer() {
        assertThat(MIDNIGHT.atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        acd.agent("a1", in(SALES)).configure();
        acd.now = MIDNIGHT.minusSeconds(90);
        note(acd.engine.signIn(A1, AgentState.IDLE, "", acd.now));
        acd.pass(30);
        Instant rest = acd.now;
        note(acd.engine.action(A1, AgentAction.REST, null, "meal", acd.now));
        acd.pass(40);
        restartedAfter(Duration.ofSeconds(300), rest);
        acd.pass(50);
        note(acd.engine.action(A1, AgentAction.READY, null, "", acd.now));
        acd.pass(10);

        assertThat(shares(MIDNIGHT.minus(Duration.ofDays(1)), MIDNIGHT))
                .isEqualTo(Map.of(
                        AgentState.SIGNED_OUT, Duration.ofDays(1).minusSeconds(90),
                        AgentState.IDLE, Duration.ofSeconds(30),
                        AgentState.REST, Duration.ofSeconds(60)));
        assertThat(shares(MIDNIGHT, acd.now))
                .isEqualTo(Map.of(
                        AgentState.REST, Duration.ofSeconds(40 - 60 + 300 + 50),
                        AgentState.IDLE, Duration.ofSeconds(10)));
    }

    private void restartedAfter(Duration downtime, Instant since) {
        Instant now = acd.now.plus(downtime);
        acd = new RoutingFixture();
        acd.now = now;
        acd.agent("a1", in(SALES)).configure();
        note(acd.engine.restore(A1, AgentState.REST, null, "meal", since, now));
    }

    private Map<AgentState, Duration> shares(Instant from, Instant to) {
        AgentState before = journal.stream()
                .filter(event -> event.at().isBefore(from))
                .reduce((first, second) -> second)
                .map(AgentEvent::state)
                .orElse(AgentState.SIGNED_OUT);
        return StateShares.of(
                before,
                journal.stream().filter(event -> !event.at().isBefore(from)).toList(),
                from,
                to);
    }

    /** As the ACD does. */
    private void note(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof Decision.AgentStateChanged changed) {
                journal.add(
                        new AgentEvent(changed.agent(), changed.to(), changed.reason(), changed.at(), changed.call()));
            }
        }
    }
}
