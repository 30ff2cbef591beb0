package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.live.LiveCall;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What IVR and agents know of a call goes along with it. */
class AttachedDataTest extends CallCentreTest {

    private static final String FLOW = """
            {"schema": 1, "id": "direct", "name": "Straight to the queue", "version": 1, "nodes": [
              {"id": "start", "type": "start", "next": "about"},
              {"id": "about", "type": "attach", "data": {"product": "phone", "queue": "not the queue"}, "next": "agent"},
              {"id": "agent", "type": "toAgent", "queue": "support", "overflow": "end"},
              {"id": "end", "type": "end"}]}""";

    @Test
    void whatTheIvrAndTheFirstAgentAttachedIsSeenByTheLastAfterTwoTransfers() {
        centre.setUp("update flow_version set definition = '" + FLOW + "' where flow_id = 'direct'");
        SimulatedPhone first = phone(1001);
        SimulatedPhone second = phone(1002);
        SimulatedPhone third = phone(1003);
        centre.signIn(1001);
        OutgoingCall customer = centre.caller().saying(Sound.tone(700)).call("support");
        IncomingCall agent = first.awaitRinging(SOON);
        await("the live view knows what the IVR attached").atMost(SOON).until(() -> "phone"
                .equals(live().data().get("product")));
        agent.awaitTalking(SOON);

        assertThat(attach(Map.of("order", "42", "product", "phone 2"))).isNull();
        assertThatThrownBy(() -> attach(Map.of("note", "x".repeat(1_001))))
                .hasMessageContaining("at most 1000 characters");
        handOver("8001", "8002", second);
        agent.awaitEnded(SOON);
        handOver("8002", "8003", third);
        await("the last agent has it").atMost(SOON).until(() -> new AgentId("1003").equals(live().agent()));
        assertThat(live().data()).isEqualTo(Map.of("order", "42", "product", "phone 2", "queue", "not the queue"));
        assertThat(live().queue().value()).isEqualTo("support");

        CallId call = live().call();
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(outcome(centre.centre().calls().attach(call, Map.of("late", "yes"))))
                .isEqualTo(Refusal.NO_SUCH_CALL);
        centre.awaitNothingLeft();
    }

    private void handOver(String from, String to, SimulatedPhone phone) {
        await("talks")
                .atMost(SOON)
                .until(() -> outcome(centre.centre().calls().ask(live().call(), Service.SINGLE_STEP_TRANSFER, from, to))
                        == null);
        phone.awaitRinging(SOON).awaitTalking(SOON);
    }

    private SimulatedPhone phone(int agent) {
        return centre.phoneOf(agent).saying(Sound.tone(1100)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    private Refusal attach(Map<String, String> data) {
        return outcome(centre.centre().calls().attach(live().call(), data));
    }

    private LiveCall live() {
        await("the live view knows of the call")
                .atMost(SOON)
                .until(() -> !centre.centre().liveBoard().snapshot().calls().isEmpty());
        return centre.centre().liveBoard().snapshot().calls().get(0);
    }

    private static Refusal outcome(CompletableFuture<Optional<Refusal>> outcome) {
        try {
            return outcome.get(10, TimeUnit.SECONDS).orElse(null);
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }
}
