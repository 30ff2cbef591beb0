package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that the agent whose phone rings sends elsewhere. */
class DeflectedCallTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int COLLEAGUE = 1500;

    private OutgoingCall customer;
    private IncomingCall offer;

    @BeforeEach
    void anAgentsPhoneRings() {
        centre.setUp("update queue set offer_timeout_ms = 30000");
        SimulatedPhone agentsPhone = centre.phoneOf(1001).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        offer = agentsPhone.awaitRinging(SOON);
        centre.awaitState(1001, AgentState.OFFERED);
    }

    @Test
    void aColleagueIsRungAndTheAgentHasMissedNothing() {
        SimulatedPhone colleaguesPhone = phone(1002, AnswerPlan.manual());
        assertThat(deflect("8002")).isEmpty();
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        assertThat(colleague.peer()).isEqualTo(customer.phone().account().user());
        offer.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        customer.audio().awaitSound(SOON);
        assertThat(deflect("8003")).contains(Refusal.NOT_OFFERED);
        colleague.answer();
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        colleague.hangUp();
        customer.awaitEnded(SOON);
        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("outcome", "ANSWERED").containsEntry("agent_id", "1002");
        assertThat(centre.ledger().get("missing_ms")).isZero();
        assertThat(centre.rows("select event_type, detail from call_event order by sequence").stream()
                        .filter(row -> "OFFER_REFUSED".equals(row.get("event_type")))
                        .map(row -> String.valueOf(row.get("detail"))))
                .singleElement()
                .asString()
                .contains("deflected", "8002");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void aCallerWhomNobodyTakesThereWaitsOn() {
        phone(1002, AnswerPlan.reject(486));
        assertThat(deflect("8002")).isEmpty();
        offer.awaitEnded(SOON);
        // The agent is free, and the one who is asked again.
        IncomingCall again = offer.phone().awaitRinging(SOON);
        again.answer();
        again.awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        customer.hangUp();
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("agent_id", "1001");
        centre.awaitNothingLeft();
    }

    @Test
    void anotherQueueAndAFlowTakeTheCaller() {
        centre.setUp(
                "insert into queue (id, tenant_id, name, strategy, announcement, music, offer_timeout_ms, wrap_up_ms, language)"
                        + " values ('other', 'default', 'Other', 'LONGEST_IDLE', '', '', 2000, 0, 'en')");
        assertThat(deflect("queue:nowhere")).contains(Refusal.NO_SUCH_DEVICE);
        assertThat(deflect("queue:other")).isEmpty();
        offer.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitWaiting(1);
        customer.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("queue_id", "other");

        OutgoingCall next = centre.caller().call("support");
        IncomingCall second = offer.phone().awaitRinging(SOON);
        centre.awaitState(1001, AgentState.OFFERED);
        assertThat(deflect("flow:hotline")).isEmpty();
        second.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        next.audio().awaitSound(SOON);
        next.hangUp();
        assertThat(centre.awaitRecords(2).get(1)).containsEntry("outcome", "ABANDONED_IN_IVR");
        centre.awaitNothingLeft();
    }

    @Test
    void anOutsideNumberIsRung() throws Exception {
        try (PhoneStack carrier = PhoneStack.open("127.0.0.4", 0)) {
            SimulatedPhone mobile = carrier.phone(new PhoneAccount("13911112222", null, centre.sipAddress()))
                    .saying(Sound.tone(COLLEAGUE))
                    .onCall(AnswerPlan.after(Duration.ZERO));
            centre.setUp("insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes)"
                    + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                    + carrier.address().getPort() + "', '139')");
            assertThat(deflect("13911112222")).isEmpty();
            IncomingCall outside = mobile.awaitRinging(SOON);
            hears(customer, COLLEAGUE);
            centre.awaitState(1001, AgentState.IDLE);
            customer.hangUp();
            outside.awaitEnded(SOON);
            assertThat(centre.awaitRecords(1).get(0))
                    .containsEntry("outcome", "ANSWERED")
                    .containsEntry("agent_id", null);
            centre.awaitNothingLeft();
        }
    }

    @Test
    void whatCannotBeRungLeavesTheOfferAsItIs() {
        assertThat(deflect("8001")).contains(Refusal.ALREADY_IN_CALL);
        assertThat(deflect("8999")).contains(Refusal.NO_SUCH_DEVICE);
        assertThat(deflect("8009")).contains(Refusal.DEVICE_UNREACHABLE);
        phone(1002, AnswerPlan.manual());
        assertThat(ask("8002", "8003")).contains(Refusal.NOT_OFFERED);
        offer.answer();
        centre.awaitState(1001, AgentState.TALKING);
        assertThat(deflect("8002")).contains(Refusal.NOT_OFFERED);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aCallerWhoGivesUpWhileTheOtherRingsLeavesNothing() {
        SimulatedPhone colleaguesPhone = phone(1002, AnswerPlan.manual());
        centre.signIn(1002);
        assertThat(deflect("8002")).isEmpty();
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        await("the call hears that it rings")
                .atMost(SOON)
                .until(() -> centre.centre().liveBoard().snapshot().calls().stream()
                        .anyMatch(call -> call.stage() == CallStage.RINGING
                                && new AgentId("1002").equals(call.agent())
                                && call.legs().stream().anyMatch(leg -> leg.state() == ConnectionState.ALERTING)));
        customer.hangUp();
        colleague.awaitEnded(SOON);
        centre.awaitState(1002, AgentState.IDLE);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_WHILE_RINGING");
        centre.awaitNothingLeft();
    }

    private SimulatedPhone phone(int agent, AnswerPlan plan) {
        return centre.phoneOf(agent).saying(Sound.tone(COLLEAGUE)).onCall(plan);
    }

    private Optional<Refusal> deflect(String target) {
        return ask("8001", target);
    }

    private Optional<Refusal> ask(String device, String target) {
        try {
            return centre.centre()
                    .calls()
                    .ask(
                            centre.centre()
                                    .liveBoard()
                                    .snapshot()
                                    .calls()
                                    .get(0)
                                    .call(),
                            Service.DEFLECT_CALL,
                            device,
                            target)
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }

    private static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, COLLEAGUE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
