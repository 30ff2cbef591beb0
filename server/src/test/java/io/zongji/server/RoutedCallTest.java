package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.live.LiveAgent;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent in each of the five states, and a caller: only the idle one rings, and the record of the call says why. */
class RoutedCallTest extends CallCentreTest {

    @Test
    void onlyTheIdleAgentRingsAndTheTraceTellsWhyNoneOfTheOthers() {
        centre.setUp("update agent set wrap_up_ms = 600000 where id = '1003'");
        SimulatedPhone talking = answering(1001);
        SimulatedPhone idle = answering(1002);
        SimulatedPhone writing = answering(1003);
        centre.phoneOf(1004);
        centre.phoneOf(1005);
        centre.signIn(1001);
        final OutgoingCall first = centre.caller().call("support");
        talking.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        centre.signIn(1003);
        OutgoingCall second = centre.caller().call("support");
        writing.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1003, AgentState.TALKING);
        second.hangUp();
        centre.awaitState(1003, AgentState.WRAP_UP);
        centre.signIn(1004);
        centre.ask(1004, AgentRequest.Action.BUSY);
        centre.signIn(1005);
        centre.ask(1005, AgentRequest.Action.REST);
        centre.awaitState(1004, AgentState.BUSY);
        centre.awaitState(1005, AgentState.REST);

        final OutgoingCall third = centre.caller().call("support");
        centre.awaitWaiting(1);
        centre.signIn(1002);
        idle.awaitRinging(SOON).awaitTalking(SOON);
        third.hangUp();
        first.hangUp();
        String call = (String) centre.awaitRecords(3).get(2).get("id");

        assertThat(centre.rows("select agent_id from call_leg where role = 'agent' and call_id = '" + call + "'"))
                .containsExactly(Map.of("agent_id", "1002"));
        assertThat(detail(call, "QUEUED")).contains("\"1001=TALKING 1003=WRAP_UP 1004=BUSY 1005=REST\"");
        assertThat(detail(call, "OFFERED"))
                .contains("\"agent\":\"1002\"", "\"strategy\":\"LONGEST_IDLE\"", "\"idleSince\":\"")
                .contains("\"1001=TALKING 1003=WRAP_UP 1004=BUSY 1005=REST\"");
        centre.awaitNothingLeft();
    }

    @Test
    void theLiveViewTellsHowOftenAWrapUpWasLengthened() {
        centre.setUp("update agent set wrap_up_ms = 600000 where id = '1001'");
        SimulatedPhone phone = answering(1001);
        centre.signIn(1001);
        OutgoingCall customer = centre.caller().call("support");
        phone.awaitRinging(SOON).awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        assertThat(centre.ask(1001, AgentRequest.Action.EXTEND_WRAP_UP)).isNotNull();
        customer.hangUp();
        centre.awaitState(1001, AgentState.WRAP_UP);
        assertThat(centre.ask(1001, AgentRequest.Action.EXTEND_WRAP_UP)).isNull();
        assertThat(centre.ask(1001, AgentRequest.Action.EXTEND_WRAP_UP)).isNull();

        assertThat(centre.centre().liveBoard().snapshot().agents())
                .filteredOn(agent -> agent.agent().value().equals("1001"))
                .extracting(LiveAgent::lengthened)
                .containsExactly(2);
        centre.awaitNothingLeft();
    }

    private String detail(String call, String type) {
        return (String) centre.rows("select detail from call_event where call_id = '" + call + "' and event_type = '"
                        + type + "' order by sequence")
                .get(0)
                .get("detail");
    }

    private SimulatedPhone answering(int agent) {
        return centre.phoneOf(agent).onCall(AnswerPlan.after(Duration.ofMillis(100)));
    }
}
