package io.zongji.domain.routing;

import static io.zongji.domain.routing.RoutingFixture.SALES;
import static io.zongji.domain.routing.RoutingFixture.SUPPORT;
import static io.zongji.domain.routing.RoutingFixture.in;
import static io.zongji.domain.routing.RoutingFixture.offers;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RoutingScaleTest {
    private static final int WAITING = 10_000;
    private static final int AGENTS = 5_000;

    /** An engine that searched its lists would need minutes for this. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void tenThousandCallersAndFiveThousandAgentsAreServedInOrder() {
        RoutingFixture acd = new RoutingFixture();
        acd.queue(Queue.usual(SALES, "Sales").withTimes(Duration.ofHours(1), Duration.ZERO));
        for (int i = 0; i < AGENTS; i++) {
            acd.agent("a" + i, in(SALES), in(SUPPORT));
        }
        acd.configure();
        for (int i = 0; i < WAITING; i++) {
            acd.submit("t" + i);
        }
        assertThat(acd.engine.waitingCount(SALES)).isEqualTo(WAITING);

        List<String> served = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            served.addAll(offers(acd.engine.signIn(new AgentId("a" + i), AgentState.IDLE, "", acd.now)));
            acd.answer("t" + i, "a" + i);
        }
        for (int i = 0; i < AGENTS; i++) {
            served.addAll(offers(acd.release("a" + i)));
        }

        assertThat(served).hasSize(WAITING);
        for (int i = 0; i < WAITING; i++) {
            assertThat(served.get(i)).isEqualTo("t" + i + ">a" + i % AGENTS);
        }
    }
}
