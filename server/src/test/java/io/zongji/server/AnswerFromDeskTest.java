package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Desk phones that ring and are answered by a button of the desk. */
class AnswerFromDeskTest extends CallCentreTest {

    private SimulatedPhone phone;

    @BeforeEach
    void phonesRingLong() {
        centre.setUp("update queue set offer_timeout_ms = 30000");
        phone = centre.phoneOf(1001).onCall(AnswerPlan.manual());
        centre.signIn(1001);
    }

    @Test
    void aPhoneThatCanIsAnswered() {
        phone.answeringOnDemand();
        OutgoingCall customer = centre.caller().call("support");
        IncomingCall offer = phone.awaitRinging(SOON);
        await("the desk may answer")
                .atMost(SOON)
                .until(() -> live().answerable().size() == 1);
        assertThat(answer("8002")).contains(Refusal.NOT_IN_CALL);
        assertThat(answer("8001")).isEmpty();
        offer.awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        await("it rings no more").atMost(SOON).until(() -> answer("8001").equals(Optional.of(Refusal.NOT_IN_CALL)));
        customer.hangUp();
        offer.awaitEnded(SOON);
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void soIsThePhoneOfAnotherDesk() {
        SimulatedPhone desk = centre.phoneOf(1003).onCall(AnswerPlan.manual()).answeringOnDemand();
        assertThat(centre.workAt(1001, Action.CHOOSE_DEVICE, "8003")).isNull();
        OutgoingCall customer = centre.caller().call("support");
        IncomingCall offer = desk.awaitRinging(SOON);
        await("the desk may answer")
                .atMost(SOON)
                .until(() -> live().answerable().size() == 1);
        assertThat(answer("8001")).isEmpty();
        offer.awaitTalking(SOON);
        customer.hangUp();
        offer.awaitEnded(SOON);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatCannotIsLeftToItsUser() {
        OutgoingCall customer = centre.caller().call("support");
        IncomingCall offer = phone.awaitRinging(SOON);
        await("the live view shows that it rings").atMost(SOON).until(() -> live().legs().stream()
                .anyMatch(leg -> leg.state() == ConnectionState.ALERTING));
        assertThat(live().answerable()).isEmpty();
        assertThat(answer("8001")).contains(Refusal.PHONE_CANNOT);
        offer.answer();
        offer.awaitTalking(SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private LiveCall live() {
        return centre.centre().liveBoard().snapshot().calls().get(0);
    }

    private Optional<Refusal> answer(String device) {
        try {
            return centre.centre()
                    .calls()
                    .ask(live().call(), Service.ANSWER, device, "")
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }
}
