package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agent 1001 works at the phone of extension 8003. */
class HotDeskTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int GUEST = 1100;
    private static final int COLLEAGUE = 1500;

    @Test
    void callsOfQueuesAndOfColleaguesRingWhereTheAgentSits() {
        SimulatedPhone desk = phone(1003, GUEST);
        sitAt("8003");
        OutgoingCall customer = customer();
        IncomingCall agent = desk.awaitRinging(SOON);
        customer.audio().awaitTone(GUEST, SOON);
        centre.awaitState(1001, AgentState.TALKING);
        customer.hangUp();
        agent.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1001");
        centre.awaitState(1001, AgentState.IDLE);

        SimulatedPhone colleague = phone(1002, COLLEAGUE);
        for (String number : new String[] {"8001", "8003"}) {
            OutgoingCall call = colleague.call(number);
            call.audio().awaitTone(GUEST, SOON);
            centre.awaitState(1001, AgentState.TALKING);
            call.hangUp();
            centre.awaitState(1001, AgentState.IDLE);
            centre.awaitNothingLeft();
        }
    }

    @Test
    void whatIsDialledAtThePhoneIsTheGuestsCall() {
        SimulatedPhone desk = phone(1003, GUEST);
        SimulatedPhone colleague = phone(1002, COLLEAGUE);
        sitAt("8003");
        OutgoingCall call = desk.call("8002");
        IncomingCall called = colleague.awaitRinging(SOON);
        assertThat(called.peer()).isEqualTo("8001");
        call.audio().awaitTone(COLLEAGUE, SOON);
        centre.awaitState(1001, AgentState.TALKING);
        call.hangUp();
        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("agent_id", "1001").containsEntry("direction", "INTERNAL");
        centre.awaitNothingLeft();
    }

    @Test
    void theAgentMovesWhileSignedInAndIsLostWithThePhoneSatAt() {
        SimulatedPhone own = phone(1001, GUEST);
        SimulatedPhone desk = phone(1003, GUEST);
        centre.signIn(1001);
        assertThat(centre.workAt(1001, Action.CHOOSE_DEVICE, "8003")).isNull();
        own.unregister();
        own.awaitUnregistered(SOON);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
        OutgoingCall customer = customer();
        desk.awaitRinging(SOON);
        customer.audio().awaitTone(GUEST, SOON);
        assertThat(centre.workAt(1001, Action.CHOOSE_DEVICE, "")).isEqualTo(Refusal.DEVICE_UNREACHABLE.code());
        customer.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        desk.unregister();
        centre.awaitState(1001, AgentState.LOST);
    }

    @Test
    void atAPhoneSitsOneAgent() {
        phone(1003, GUEST);
        phone(1002, COLLEAGUE);
        centre.signIn(1002);
        assertThat(centre.workAt(1001, Action.SIGN_IN, "8002")).isEqualTo(AgentRequest.DEVICE_TAKEN);
        sitAt("8003");
        assertThat(centre.workAt(1003, Action.SIGN_IN, null)).isEqualTo(AgentRequest.DEVICE_TAKEN);
        centre.ask(1001, Action.SIGN_OUT);
        centre.signIn(1003);
        assertThat(centre.workAt(1001, Action.SIGN_IN, "8999")).isEqualTo(AgentRequest.NO_SUCH_DEVICE);
    }

    private void sitAt(String extension) {
        assertThat(centre.workAt(1001, Action.SIGN_IN, extension)).isNull();
        centre.awaitState(1001, AgentState.IDLE);
    }

    private OutgoingCall customer() {
        return centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
    }

    private SimulatedPhone phone(int agent, int tone) {
        return centre.phoneOf(agent).saying(Sound.tone(tone)).onCall(AnswerPlan.after(Duration.ZERO));
    }
}
