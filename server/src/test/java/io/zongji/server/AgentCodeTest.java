package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Agents who sign in and out, and are ready and busy, by what they dial. */
class AgentCodeTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;

    @Test
    void aDayByThePhoneAlone() {
        SimulatedPhone phone = phone(1001);
        dial(phone, "*41");
        centre.awaitState(1001, AgentState.IDLE);
        dial(phone, "*44");
        centre.awaitState(1001, AgentState.BUSY);
        OutgoingCall customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        customer.audio().awaitSound(SOON);
        dial(phone, "*43");
        IncomingCall call = phone.awaitRinging(SOON);
        customer.audio().awaitTone(AGENT, SOON);
        customer.hangUp();
        call.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        dial(phone, "*42");
        centre.awaitState(1001, AgentState.SIGNED_OUT);

        assertThat(centre.awaitRecords(1)).hasSize(1);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void whatIsAskedForByPhoneDuringACallIsShownUntilItHappens() {
        SimulatedPhone phone = phone(1001);
        dial(phone, "*41");
        centre.awaitState(1001, AgentState.IDLE);
        OutgoingCall customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        IncomingCall call = phone.awaitRinging(SOON);
        customer.audio().awaitTone(AGENT, SOON);
        assertThat(centre.agent(1001).next()).isNull();
        dial(phone, "*44");
        await().atMost(SOON).until(() -> centre.agent(1001).next() == AgentState.BUSY);
        assertThat(centre.agent(1001).state()).isEqualTo(AgentState.TALKING);

        customer.hangUp();
        call.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.BUSY);
        assertThat(centre.agent(1001).next()).isNull();
    }

    @Test
    void whatTheTableRefusesIsRefused() {
        SimulatedPhone phone = phone(1001);
        dial(phone, "*43");
        dial(phone, "*42");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.SIGNED_OUT);
        centre.signIn(1001);
        dial(phone, "*41");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void itIsTheAgentWhoWorksAtThePhone() {
        phone(1001);
        SimulatedPhone desk = phone(1003);
        assertThat(centre.workAt(1001, Action.SIGN_IN, "8003")).isNull();
        centre.awaitState(1001, AgentState.IDLE);
        dial(desk, "*44");
        centre.awaitState(1001, AgentState.BUSY);
        assertThat(centre.stateOf(1003)).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void fromOutsideTheyAreNumbersThatNobodyHas() {
        OutgoingCall call = centre.caller().call("*41");
        assertThat(call.awaitEnded(SOON).status()).isEqualTo(404);
        centre.awaitNothingLeft();
    }

    @Test
    void whoHangsUpBeforeTheWordIsSaidHasAskedAllTheSame() {
        SimulatedPhone phone = phone(1001);
        OutgoingCall call = phone.call("*41");
        call.awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        call.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    private static void dial(SimulatedPhone phone, String code) {
        OutgoingCall call = phone.call(code);
        call.audio().awaitSound(SOON);
        call.awaitEnded(SOON);
    }

    private SimulatedPhone phone(int agent) {
        return centre.phoneOf(agent).saying(Sound.tone(AGENT)).onCall(AnswerPlan.after(Duration.ZERO));
    }
}
