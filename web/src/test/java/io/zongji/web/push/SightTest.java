package io.zongji.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.Direction;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveCall;
import io.zongji.domain.live.LiveDelta;
import io.zongji.domain.live.LiveQueue;
import io.zongji.domain.live.QueueCounters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final AgentId WANG = new AgentId("1002");
    private static final AgentId LI = new AgentId("1003");
    private static final QueueId SUPPORT = new QueueId("support");
    private static final QueueId SALES = new QueueId("sales");
    private static final String NUMBER_OF_LI = "13800002000";
    private static final CallId OF_WANG = new CallId("01M7Y6YSQY5T7TKH7PJGBDHQK5");
    private static final CallId OF_LI = new CallId("01M7Y6YSQY5T7TKH7PJGBDHQK6");

    private final Configuration configuration = Configuration.builder()
            .add(Queue.usual(SUPPORT, "Support"), Queue.usual(SALES, "Sales"))
            .add(agent(WANG, "8002", SUPPORT), agent(LI, "8003", SALES))
            .build();
    private final LiveDelta everything = new LiveDelta(
            3,
            9,
            false,
            List.of(call(OF_WANG, WANG, "13800001000"), call(OF_LI, LI, NUMBER_OF_LI)),
            List.of(),
            List.of(queue(SUPPORT), queue(SALES)),
            List.of(live(WANG), live(LI)));

    @Test
    void aSupervisorSeesEverything() {
        assertThat(new Sight(null, true, Sight.Colleagues.ALL).of(everything, configuration))
                .isEqualTo(everything);
    }

    @Test
    void anAgentSeesTheOwnCallStateAndQueues() {
        LiveDelta seen = new Sight(WANG, false, Sight.Colleagues.QUEUES).of(everything, configuration);

        assertThat(seen.calls()).extracting(LiveCall::call).containsExactly(OF_WANG);
        assertThat(seen.agents()).extracting(LiveAgent::agent).containsExactly(WANG);
        assertThat(seen.queues()).extracting(LiveQueue::queue).containsExactly(SUPPORT);
        assertThat(seen.version()).isEqualTo(9);
    }

    @Test
    void ofColleaguesAnAgentSeesTheStateAndNothingOfTheirCalls() {
        LiveDelta seen = new Sight(WANG, false, Sight.Colleagues.ALL).of(everything, configuration);

        assertThat(seen.agents()).extracting(LiveAgent::agent).containsExactly(WANG, LI);
        LiveAgent colleague = seen.agents().get(1);
        assertThat(colleague.state()).isEqualTo(AgentState.TALKING);
        assertThat(colleague.rings()).isTrue();
        assertThat(colleague.call()).isNull();
        assertThat(colleague.reason()).isEmpty();
        assertThat(colleague.next()).isNull();
        assertThat(colleague.nextReason()).isEmpty();
        assertThat(LiveJson.delta(seen, "run", NOON, new CallPaths()).toString())
                .doesNotContain(NUMBER_OF_LI);
    }

    @Test
    void aCallThatWentToSomebodyElseIsGoneForTheAgent() {
        assertThat(new Sight(WANG, false, Sight.Colleagues.QUEUES)
                        .of(everything, configuration)
                        .ended())
                .containsExactly(OF_LI);
    }

    @Test
    void anAgentWhoWasRemovedSeesNothing() {
        LiveDelta seen = new Sight(new AgentId("gone"), false, Sight.Colleagues.QUEUES).of(everything, configuration);

        assertThat(seen.calls()).isEmpty();
        assertThat(seen.queues()).isEmpty();
    }

    @Test
    void theBrowserReadsMomentsAsMillisecondsAndTheRunOfTheServer() {
        ObjectNode message = LiveJson.delta(everything, "run", NOON, new CallPaths());

        assertThat(message.path("epoch").asText()).isEqualTo("run");
        assertThat(message.path("v").asLong()).isEqualTo(9);
        assertThat(message.path("now").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(message.path("calls").get(0).path("from").asText()).isEqualTo("13800001000");
        assertThat(message.path("calls").get(0).path("since").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(message.path("calls").get(0).has("waitingSince")).isFalse();
        assertThat(message.path("queues")
                        .get(0)
                        .path("waiting")
                        .get(0)
                        .path("node")
                        .asText())
                .isEqualTo("To agent");
    }

    private static Agent agent(AgentId id, String phone, QueueId queue) {
        return new Agent(id, id.value(), id.value(), phone, List.of(new QueueMembership(queue, 1)), null, false);
    }

    private static LiveCall call(CallId id, AgentId agent, String caller) {
        return new LiveCall(
                id,
                Direction.INBOUND,
                caller,
                "95000",
                null,
                null,
                "agent",
                "To agent",
                SUPPORT,
                null,
                agent,
                NOON,
                CallStage.TALKING,
                NOON,
                false,
                List.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of());
    }

    private static LiveQueue queue(QueueId id) {
        return new LiveQueue(
                id,
                id.value(),
                List.of(new LiveQueue.Row(OF_LI, "13800001001", "To agent", NOON)),
                1,
                2,
                QueueCounters.NONE);
    }

    private static LiveAgent live(AgentId id) {
        return new LiveAgent(
                id,
                id.value(),
                id.value(),
                "8002",
                AgentState.TALKING,
                NOON,
                "of one",
                OF_LI,
                true,
                0,
                AgentState.REST,
                "lunch");
    }
}
