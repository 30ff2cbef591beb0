package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.MakeCallOrder;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import io.zongji.slee.container.SleeContainer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.slee.ServiceID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that our own people make, by the desk and by the phone, outside and inside. */
class MadeCallTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;
    private static final String MOBILE = "13911112222";

    private PhoneStack carrier;
    private SimulatedPhone mobile;
    private SimulatedPhone agentsPhone;

    @BeforeEach
    void aTrunkAndAnAgent() throws Exception {
        carrier = PhoneStack.open("127.0.0.4", 0);
        mobile = carrier.phone(new PhoneAccount(MOBILE, null, centre.sipAddress()))
                .saying(Sound.tone(CUSTOMER))
                .onCall(AnswerPlan.after(Duration.ofMillis(300)));
        centre.setUp("insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes)"
                + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                + carrier.address().getPort() + "', '139')");
        agentsPhone = phone(1001, AGENT);
    }

    @AfterEach
    void closeCarrier() {
        carrier.close();
    }

    @Test
    void theDeskRingsTheOwnPhoneFirstAndThenTheCustomer() {
        centre.signIn(1001);
        CallDesk.Made made = make("8001", MOBILE);
        assertThat(made.refusal()).isNull();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        assertThat(agent.peer()).isEqualTo(MOBILE);
        assertThat(agent.inviteText()).contains("answer-after=0");
        IncomingCall customer = mobile.awaitRinging(SOON);
        assertThat(customer.inviteText()).doesNotContain("8001");
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        centre.awaitState(1001, AgentState.TALKING);

        assertThat(refusalOf(made, Service.HOLD)).isNull();
        hears(customer);
        assertThat(refusalOf(made, Service.RETRIEVE)).isNull();
        hears(customer, AGENT);
        customer.hangUp();
        agent.awaitEnded(SOON);

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record)
                .containsEntry("id", made.call().value())
                .containsEntry("direction", "OUTBOUND")
                .containsEntry("dialled", MOBILE)
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("trunk", "carrier")
                .containsEntry("agent_id", "1001")
                .containsEntry("released_by", "caller");
        assertThat(centre.ledger().get("missing_ms")).isZero();
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void theCalledPartySeesTheNumberThatTheAgentChose() {
        centre.setUp("update trunk set outbound_caller = '02087654321', outbound_permitted = '95001,95002'"
                + " where name = 'carrier'");
        assertThat(callerSeenOf(make("8001", MOBILE, "95002"))).isEqualTo("95002");
        assertThat(callerSeenOf(make("8001", MOBILE, null))).isEqualTo("02087654321");
        assertThat(callerSeenOf(make("8001", MOBILE, "110"))).isEqualTo("02087654321");
        assertThat(centre.awaitRecords(3))
                .extracting(record -> record.get("caller"))
                .containsExactly("95002", "02087654321", "02087654321");
    }

    private String callerSeenOf(CallDesk.Made made) {
        assertThat(made.refusal()).isNull();
        IncomingCall customer = mobile.awaitRinging(SOON);
        hears(customer, AGENT);
        customer.hangUp();
        agentsPhone.awaitRinging(SOON).awaitEnded(SOON);
        centre.awaitNothingLeft();
        return customer.peer();
    }

    @Test
    void theCallOfABusyAgentCanBeHandedOnAndTheAgentIsBusyAgain() {
        SimulatedPhone colleaguesPhone = phone(1002, COLLEAGUE);
        centre.signIn(1001);
        centre.signIn(1002);
        centre.ask(1001, AgentRequest.Action.BUSY);
        CallDesk.Made made = make("8001", MOBILE);
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        IncomingCall customer = mobile.awaitRinging(SOON);
        hears(customer, AGENT);
        assertThat(ask(made, Service.SINGLE_STEP_TRANSFER, "8002")).isNull();
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        assertThat(colleague.peer()).isEqualTo(MOBILE);
        agent.awaitEnded(SOON);
        hears(customer, COLLEAGUE);
        centre.awaitState(1001, AgentState.BUSY);
        colleague.hangUp();
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        centre.awaitNothingLeft();
    }

    @Test
    void aBusyAgentWritesUpTheCallAndIsBusyAgain() {
        centre.setUp("update agent set wrap_up_ms = 600000 where id = '1001'");
        centre.signIn(1001);
        centre.ask(1001, AgentRequest.Action.BUSY);
        assertThat(make("8001", MOBILE).refusal()).isNull();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        IncomingCall customer = mobile.awaitRinging(SOON);
        hears(agent, CUSTOMER);
        customer.hangUp();
        agent.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.WRAP_UP);
        await().atMost(SOON).until(() -> centre.agent(1001).next() == AgentState.BUSY);

        assertThat(centre.ask(1001, AgentRequest.Action.WRAP_UP_DONE)).isNull();
        centre.awaitState(1001, AgentState.BUSY);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatOnlyRangIsFollowedByNoWrapUp() {
        centre.setUp("update agent set wrap_up_ms = 600000 where id = '1002'");
        SimulatedPhone colleague = phone(1002, COLLEAGUE).onCall(AnswerPlan.manual());
        centre.signIn(1002);
        OutgoingCall call = agentsPhone.call("8002");
        IncomingCall ringing = colleague.awaitRinging(SOON);
        centre.awaitState(1002, AgentState.TALKING);
        call.hangUp();
        ringing.awaitEnded(SOON);
        centre.awaitState(1002, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void whoDialsAtThePhoneHearsRingingUntilTheOtherAnswers() {
        centre.signIn(1001);
        mobile.onCall(AnswerPlan.manual());
        OutgoingCall agent = agentsPhone.call(MOBILE);
        IncomingCall customer = mobile.awaitRinging(SOON);
        agent.awaitRinging(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        customer.answer();
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        agent.hangUp();
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("direction", "OUTBOUND")
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("released_by", "agent");
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void whoIsInACallWhenSigningInOrComingBackFromRestIsOfferedNoOther() {
        mobile.onCall(AnswerPlan.manual());
        OutgoingCall agent = agentsPhone.call(MOBILE);
        IncomingCall customer = mobile.awaitRinging(SOON);
        centre.signIn(1001);
        centre.awaitState(1001, AgentState.TALKING);
        customer.answer();
        hears(agent, CUSTOMER);
        agent.hangUp();
        customer.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);

        centre.ask(1001, AgentRequest.Action.REST);
        OutgoingCall atRest = agentsPhone.call(MOBILE);
        IncomingCall again = mobile.awaitRinging(SOON);
        centre.awaitState(1001, AgentState.REST);
        centre.ask(1001, AgentRequest.Action.READY);
        centre.awaitState(1001, AgentState.TALKING);
        atRest.hangUp();
        again.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatIsRefusedLearnsWhy() {
        mobile.onCall(AnswerPlan.reject(486));
        OutgoingCall agent = agentsPhone.call(MOBILE);
        agent.awaitEnded(SOON);
        assertThat(agent.end().status()).isEqualTo(486);
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "NOT_ANSWERED")
                .containsEntry("cause", "busy")
                .containsEntry("agent_id", "1001");
        centre.awaitNothingLeft();
    }

    @Test
    void theDeskHearsBusyAndTheCallEndsByItself() {
        mobile.onCall(AnswerPlan.reject(486));
        make("8001", MOBILE);
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitSound(SOON);
        agent.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "NOT_ANSWERED")
                .containsEntry("cause", "busy");
        centre.awaitNothingLeft();
    }

    @Test
    void theRecordNamesTheTrunkThatCarriedTheCallAndNotTheOneThatFailed() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.6"))) {
            centre.setUp(
                    "update trunk set outbound_priority = 2 where name = 'carrier'",
                    "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes,"
                            + " outbound_patience_ms, outbound_priority) values ('dead', 'default', '127.0.0.6',"
                            + " '127.0.0.6:" + silent.getLocalPort() + "', '139', 300, 1)");
            make("8001", MOBILE);
            IncomingCall agent = agentsPhone.awaitRinging(SOON);
            hears(mobile.awaitRinging(SOON), AGENT);
            agent.hangUp();
            assertThat(centre.awaitRecords(1).get(0)).containsEntry("trunk", "carrier");
            centre.awaitNothingLeft();
        }
    }

    @Test
    void whoAnswersBehindAForkIsHeardThoughAnotherWasHeardBefore() throws Exception {
        try (ForkingCarrier fork = new ForkingCarrier("127.0.0.6")) {
            centre.setUp("update trunk set outbound_gateway = '" + fork.address() + "'");
            make("8001", MOBILE);
            IncomingCall agent = agentsPhone.awaitRinging(SOON);
            fork.awaitVoiceAtTheOneWhoAnswered(SOON);
            agent.hangUp();
            centre.awaitRecords(1);
            centre.awaitNothingLeft();
        }
    }

    @Test
    void whoGivesUpWhileItRingsLeavesNothing() {
        mobile.onCall(AnswerPlan.manual());
        centre.signIn(1001);
        CallDesk.Made made = make("8001", MOBILE);
        agentsPhone.awaitRinging(SOON);
        IncomingCall customer = mobile.awaitRinging(SOON);
        assertThat(refusalOf(made, Service.HOLD)).isEqualTo(Refusal.NOT_TALKING);
        assertThat(refusalOf(made, Service.CLEAR_CONNECTION)).isNull();
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_WHILE_RINGING");
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();

        OutgoingCall byPhone = agentsPhone.call(MOBILE);
        IncomingCall again = mobile.awaitRinging(SOON);
        byPhone.awaitRinging(SOON);
        byPhone.hangUp();
        again.awaitEnded(SOON);
        centre.awaitRecords(2);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoIsCalledDeclinesAtTheDesk() {
        SimulatedPhone colleaguesPhone = centre.phoneOf(1002).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        centre.signIn(1002);
        CallDesk.Made made = make("8001", "8002");
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        await("the colleague is shown as rung").atMost(SOON).until(() -> rings(1002));
        assertThat(ask(made, Service.CLEAR_CONNECTION, "8002", "")).isNull();
        colleague.awaitEnded(SOON);
        agent.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "declined");
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitState(1002, AgentState.IDLE);
        assertThat(rings(1002)).isFalse();
        centre.awaitNothingLeft();
    }

    private boolean rings(int agent) {
        return centre.centre().liveBoard().snapshot().agents().stream()
                .anyMatch(one -> one.agent().value().equals(String.valueOf(agent)) && one.rings());
    }

    @Test
    void theDeskHearsWhatTheCarrierSaysBeforeTheAnswer() {
        mobile.onCall(AnswerPlan.manual().heardEarly());
        make("8001", MOBILE);
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        IncomingCall customer = mobile.awaitRinging(SOON);
        hears(agent, CUSTOMER);
        hears(customer);
        customer.answer();
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        customer.hangUp();
        agent.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        centre.awaitNothingLeft();
    }

    @Test
    void aCalledCustomerWhoIsGivenToAQueueHearsItsMusicAndIsServed() {
        SimulatedPhone colleaguesPhone = phone(1002, COLLEAGUE);
        centre.setUp("update queue set announce_agent_number = true");
        centre.signIn(1001);
        CallDesk.Made made = make("8001", MOBILE);
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        IncomingCall customer = mobile.awaitRinging(SOON);
        hears(customer, AGENT);
        centre.ask(1001, AgentRequest.Action.BUSY);
        assertThat(ask(made, Service.SINGLE_STEP_TRANSFER, "queue:support")).isNull();
        agent.awaitEnded(SOON);
        centre.awaitWaiting(1);
        customer.audio().awaitSound(SOON);
        centre.signIn(1002);
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        colleague.hangUp();
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("agent_id", "1002")
                .containsEntry("outcome", "ANSWERED");
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoIsGivenToAQueueIsNotFreeBeforeTheCallEnds() {
        SimulatedPhone colleaguesPhone = phone(1002, COLLEAGUE);
        centre.signIn(1001);
        centre.signIn(1002);
        CallDesk.Made made = make("8001", "8002");
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(colleague, AGENT);
        centre.ask(1001, AgentRequest.Action.BUSY);
        assertThat(ask(made, Service.SINGLE_STEP_TRANSFER, "queue:support")).isNull();
        agent.awaitEnded(SOON);
        centre.awaitWaiting(1);
        centre.awaitState(1002, AgentState.TALKING);
        colleague.hangUp();
        centre.awaitState(1002, AgentState.IDLE);
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneOfNobodysCallsAnAgent() {
        centre.setUp("update agent set extension = '8999' where id = '1003'");
        SimulatedPhone lobby = phone(1003, COLLEAGUE);
        OutgoingCall visitor = lobby.call("8001");
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        hears(agent, COLLEAGUE);
        hears(visitor, AGENT);
        visitor.hangUp();
        agent.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("direction", "INTERNAL");
        centre.awaitNothingLeft();
    }

    @Test
    void extensionsCallEachOther() {
        SimulatedPhone colleaguesPhone = phone(1002, COLLEAGUE);
        centre.signIn(1001);
        centre.signIn(1002);
        OutgoingCall agent = agentsPhone.call("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        assertThat(colleague.peer()).isEqualTo("8001");
        hears(agent, COLLEAGUE);
        hears(colleague, AGENT);
        centre.awaitState(1002, AgentState.TALKING);
        SimulatedPhone third = phone(1003, CUSTOMER);
        OutgoingCall tooLate = third.call("8002");
        tooLate.awaitEnded(SOON);
        assertThat(tooLate.end().status()).isEqualTo(486);
        colleague.hangUp();
        agent.awaitEnded(SOON);
        List<Map<String, Object>> records = centre.awaitRecords(2);
        assertThat(records.get(0)).containsEntry("direction", "INTERNAL").containsEntry("outcome", "ANSWERED");
        assertThat(records.get(1)).containsEntry("outcome", "NOT_ANSWERED").containsEntry("cause", "busy");
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitState(1002, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void whatCannotBeCalledIsRefusedWithAReason() {
        assertThat(make("8001", "15000000000").refusal()).isEqualTo(Refusal.NO_SUCH_DEVICE);
        assertThat(make("8001", "8009").refusal()).isEqualTo(Refusal.DEVICE_UNREACHABLE);
        assertThat(make("8009", MOBILE).refusal()).isEqualTo(Refusal.DEVICE_UNREACHABLE);
        assertThat(make("8001", "8001").refusal()).isEqualTo(Refusal.ALREADY_IN_CALL);
        centre.signIn(1001);
        centre.ask(1001, AgentRequest.Action.REST);
        assertThat(make("8001", MOBILE).refusal()).isEqualTo(Refusal.DEVICE_BUSY);
        assertThat(centre.rows("select * from call_record")).isEmpty();
        centre.awaitNothingLeft();
    }

    @Test
    void withoutTheAcdTheOrderIsRefusedAtOnceAndNotLeftWithoutAnAnswer() throws Exception {
        SleeContainer slee = centre.centre().slee();
        slee.deactivateService(new ServiceID("Acd", "io.zongji", "1.0"));
        slee.stop();
        slee.start();
        agentsPhone.register();
        EventInlet inlet = new EventInlet(slee.connectionFactory());
        await("the phone is registered, and the answer that nobody can say whether the agent is free")
                .atMost(SOON)
                .until(() -> {
                    CompletableFuture<Refusal> answer = new CompletableFuture<>();
                    inlet.fire(new MakeCallOrder("8001", MOBILE, null, (call, refusal) -> answer.complete(refusal)));
                    return answer.get(10, TimeUnit.SECONDS) == Refusal.UNAVAILABLE;
                });
        centre.awaitNothingLeft();
    }

    private SimulatedPhone phone(int agent, int tone) {
        return centre.phoneOf(agent).saying(Sound.tone(tone)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    private CallDesk.Made make(String device, String target) {
        return make(device, target, null);
    }

    private CallDesk.Made make(String device, String target, String caller) {
        try {
            return centre.centre().calls().make(device, target, caller).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody answered", e);
        }
    }

    private Refusal refusalOf(CallDesk.Made made, Service service) {
        return ask(made, service, "");
    }

    private Refusal ask(CallDesk.Made made, Service service, String target) {
        return ask(made, service, "8001", target);
    }

    private Refusal ask(CallDesk.Made made, Service service, String device, String target) {
        try {
            return centre.centre()
                    .calls()
                    .ask(made.call(), service, device, target)
                    .get(10, TimeUnit.SECONDS)
                    .orElse(null);
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }

    /** Waits until the party hears these tones and none of the others. */
    private void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT, COLLEAGUE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
