package io.zongji.domain.routing;

import static io.zongji.domain.routing.RoutingFixture.SALES;
import static io.zongji.domain.routing.RoutingFixture.SUPPORT;
import static io.zongji.domain.routing.RoutingFixture.in;
import static io.zongji.domain.routing.RoutingFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTraceTest {
    private final RoutingFixture acd = new RoutingFixture();

    @Test
    void tellsOfEachOfTheFiveStatesWhyItsAgentWasNotTheOne() {
        for (String agent : new String[] {"busy", "idle", "later", "out", "rest", "talking", "wrapup"}) {
            acd.agent(agent, in(SALES));
        }
        acd.signedIn();
        act("busy", AgentAction.BUSY);
        act("rest", AgentAction.REST);
        act("wrapup", AgentAction.WRAP_UP);
        act("talking", AgentAction.DIAL);
        act("out", AgentAction.SIGN_OUT);

        Decision.Offer offer = only(Decision.Offer.class, acd.submit("t1"));

        assertThat(offer.agent()).isEqualTo(new AgentId("idle"));
        assertThat(offer.trace().chosen())
                .isEqualTo(new RoutingTrace.Chosen("LONGEST_IDLE", 1, RoutingFixture.START.plusSeconds(1)));
        assertThat(passed(offer.trace()))
                .containsExactly("busy BUSY", "later LATER", "rest REST", "talking TALKING", "wrapup WRAP_UP");
        assertThat(offer.trace().others()).as("who is signed out").isEqualTo(1);
    }

    @Test
    void tellsWhyACallerWaits() {
        acd.agent("elsewhere", in(SALES), in(SUPPORT)).agent("rest", in(SALES)).configure();
        acd.engine.signIn(new AgentId("elsewhere"), AgentState.IDLE, Set.of(SUPPORT), true, "", acd.now);
        acd.engine.signIn(new AgentId("rest"), AgentState.IDLE, "", acd.now);
        act("rest", AgentAction.REST);

        RoutingTrace trace = only(Decision.Queued.class, acd.submit("t1")).trace();

        assertThat(trace.chosen()).isNull();
        assertThat(passed(trace)).containsExactly("elsewhere NOT_CHOSEN", "rest REST");
    }

    @Test
    void whoRefusedJustNowIsPassedOverForThatCaller() {
        acd.agent("first", in(SALES)).agent("second", in(SALES)).signedIn();
        acd.submit("t1");

        Decision.Offer second = only(Decision.Offer.class, acd.fail("t1", "first", OfferFailure.OUR_FAULT));

        assertThat(second.agent()).isEqualTo(new AgentId("second"));
        assertThat(passed(second.trace())).containsExactly("first REFUSED");
    }

    @Test
    void ofALargeQueueTheFirstAreNamedAndTheOthersCounted() {
        for (int i = 0; i < 100; i++) {
            acd.agent("a" + i, in(SALES));
        }
        acd.signedIn();

        RoutingTrace offered = only(Decision.Offer.class, acd.submit("t1")).trace();
        assertThat(offered.passed()).hasSize(RoutingTrace.MOST_NAMED);
        assertThat(offered.others()).isEqualTo(100 - 1 - RoutingTrace.MOST_NAMED);

        for (int i = 2; i <= 100; i++) {
            acd.submit("t" + i);
        }
        RoutingTrace waits = only(Decision.Queued.class, acd.submit("late")).trace();
        assertThat(waits.others()).isEqualTo(100 - RoutingTrace.MOST_NAMED);
    }

    @Test
    void aNewSetUpIsWhatCounts() {
        acd.agent("gone", in(SALES)).agent("stays", in(SALES)).signedIn();
        acd.agents.remove(0);
        acd.agent("new", in(SALES)).configure();

        RoutingTrace trace = only(Decision.Offer.class, acd.submit("t1")).trace();
        assertThat(passed(trace)).isEmpty();
        assertThat(trace.others()).as("the new one").isEqualTo(1);

        acd.engine.rollbackLast();
        acd.engine.rollbackLast();
        assertThat(passed(only(Decision.Offer.class, acd.submit("t1")).trace())).containsExactly("stays LATER");
    }

    @Test
    void isReadBackFromTheDetailsOfAnEvent() {
        acd.agent("a:1", in(SALES, 2)).agent("b", in(SALES)).signedIn();
        act("b", AgentAction.REST);
        RoutingTrace offered = only(Decision.Offer.class, acd.submit("t1")).trace();
        RoutingTrace waits = only(Decision.Queued.class, acd.submit("t2")).trace();

        assertThat(RoutingTrace.of(offered.data())).contains(offered);
        assertThat(RoutingTrace.of(waits.data())).contains(waits);
        assertThat(RoutingTrace.of(new RoutingTrace(null, List.of(), 0).data()))
                .contains(new RoutingTrace(null, List.of(), 0));
        assertThat(RoutingTrace.of(Map.of("queue", "sales"))).isEmpty();
    }

    private void act(String agent, AgentAction action) {
        acd.engine.action(new AgentId(agent), action, null, "", acd.now);
    }

    private static List<String> passed(RoutingTrace trace) {
        return trace.passed().stream()
                .map(one -> one.agent() + " " + one.reason())
                .toList();
    }
}
