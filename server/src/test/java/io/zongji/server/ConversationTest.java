package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.sbb.events.AgentRequest;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hold, consultation, conference, transfer and supervision over real SIP and RTP: who hears whom is told by tones. */
class ConversationTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;
    private static final int SUPERVISOR = 1900;

    private OutgoingCall customer;
    private IncomingCall agent;
    private SimulatedPhone colleaguesPhone;

    @BeforeEach
    void customerAndAgentTalk() {
        centre.setUp("update queue set announce_agent_number = false");
        SimulatedPhone agentsPhone = phone(1001, AGENT);
        colleaguesPhone = phone(1002, COLLEAGUE);
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        agent = agentsPhone.awaitRinging(SOON);
        agent.awaitTalking(SOON);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
    }

    @Test
    void aHeldCustomerHearsMusicAndComesBack() {
        ask(Service.HOLD);
        hears(agent);
        hears(customer);
        customer.audio().awaitSound(SOON);
        assertThat(refusalOf(Service.HOLD, "8001", "")).isEqualTo(Refusal.ALREADY_HELD);

        ask(Service.RETRIEVE);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        ask(Service.CLEAR_CONNECTION);
        customer.awaitEnded(SOON);

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("released_by", "agent");
        assertThat((Long) record.get("hold_ms")).isPositive();
        assertThat(eventTypes()).containsSubsequence("HELD", "RETRIEVED");
        assertThat(parts()).hasSize(1);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void theAgentConsultsAndAllConfer() {
        IncomingCall colleague = consult();
        hears(agent, COLLEAGUE);
        hears(colleague, AGENT);
        hears(customer);
        customer.audio().awaitSound(SOON);

        ask(Service.ALTERNATE);
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        hears(colleague);

        ask(Service.CONFERENCE);
        hears(agent, CUSTOMER, COLLEAGUE);
        hears(customer, AGENT, COLLEAGUE);
        hears(colleague, CUSTOMER, AGENT);

        colleague.hangUp();
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        customer.hangUp();
        agent.awaitEnded(SOON);

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1001");
        assertThat(eventTypes()).containsSubsequence("HELD", "CONFERENCED");
        assertThat(parts()).hasSize(2);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void aConsultedColleagueTakesTheCallOver() {
        centre.signIn(1002);
        IncomingCall colleague = consult();
        centre.awaitState(1002, AgentState.TALKING);
        ask(Service.TRANSFER);
        agent.awaitEnded(SOON);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        centre.awaitState(1001, AgentState.IDLE);
        customer.hangUp();
        colleague.awaitEnded(SOON);

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        assertThat(eventTypes()).contains("TRANSFERRED");
        centre.awaitState(1002, AgentState.IDLE);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhoHangsUpInAConsultationHandsTheCallOver() {
        IncomingCall colleague = consult();
        agent.hangUp();
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        colleague.hangUp();
        customer.awaitEnded(SOON);
        centre.awaitRecords(1);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void aBlindTransferKeepsTheCustomerWithMusicUntilThePhoneIsAnswered() {
        colleaguesPhone.onCall(AnswerPlan.manual());
        assertThat(refusalOf(Service.SINGLE_STEP_TRANSFER, "8001", "8002")).isNull();
        agent.awaitEnded(SOON);
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(customer);
        customer.audio().awaitSound(SOON);
        colleague.answer();
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        customer.hangUp();
        colleague.awaitEnded(SOON);
        centre.awaitRecords(1);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoDeclinesBringsTheCustomerBack() {
        colleaguesPhone.onCall(AnswerPlan.reject(603));
        assertThat(refusalOf(Service.CONSULT, "8001", "8002")).isNull();
        await("the customer is back").atMost(SOON).until(() -> {
            centre.centre().awaitRecords(SOON);
            return eventTypes().contains("RETRIEVED");
        });
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        agent.hangUp();
        centre.awaitRecords(1);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void aSupervisorListensWhispersAndBargesIn() {
        SimulatedPhone supervisorsPhone = phone(1003, SUPERVISOR);
        join(SupervisorMode.LISTEN);
        IncomingCall supervisor = supervisorsPhone.awaitRinging(SOON);
        hears(supervisor, CUSTOMER, AGENT);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);

        join(SupervisorMode.WHISPER);
        hears(agent, CUSTOMER, SUPERVISOR);
        hears(customer, AGENT);

        join(SupervisorMode.BARGE_IN);
        hears(customer, AGENT, SUPERVISOR);
        hears(agent, CUSTOMER, SUPERVISOR);
        hears(supervisor, CUSTOMER, AGENT);

        supervisor.hangUp();
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        customer.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1001");
        assertThat(parts()).hasSize(2);
        allIsRecorded();
        centre.awaitNothingLeft();
    }

    @Test
    void aRecordingThatIsPausedStaysPausedWhenSomebodyJoinsAndTheBooksSaySo() {
        ask(Service.PAUSE_RECORDING);
        ask(Service.PAUSE_RECORDING);
        IncomingCall colleague = consult();
        hears(colleague, AGENT);
        ask(Service.CONFERENCE);
        ask(Service.RESUME_RECORDING);
        centre.pause(Duration.ofSeconds(1));
        customer.hangUp();
        agent.awaitEnded(SOON);

        centre.awaitRecords(1);
        assertThat(eventTypes()).filteredOn("RECORDING_PAUSED"::equals).hasSize(2);
        assertThat(eventTypes()).filteredOn("RECORDING_RESUMED"::equals).hasSize(1);
        assertThat(centre.ledger().get("paused_ms")).isPositive();
        assertThat(centre.ledger().get("recorded_ms")).isGreaterThan(2_000);
        assertThat(centre.ledger().get("missing_ms")).isZero();
        centre.awaitNothingLeft();
    }

    @Test
    void theAgentsPhoneHoldsByItself() {
        agent.hold();
        customer.audio().awaitSound(SOON);
        hears(customer);
        agent.retrieve();
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(eventTypes()).containsSubsequence("HELD", "RETRIEVED");
        centre.awaitNothingLeft();
    }

    @Test
    void starSevenConsultsAndHangingUpHandsTheCallOver() {
        agent.sendDigits("*78002#");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(colleague, AGENT);
        hears(customer);
        agent.hangUp();
        hears(colleague, CUSTOMER);
        hears(customer, COLLEAGUE);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void starEightTransfersAtOnce() {
        agent.sendDigits("*88002#");
        agent.awaitEnded(SOON);
        hears(customer, COLLEAGUE);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void starEightToABusyColleagueReleasesTheCustomer() {
        centre.signIn(1002);
        centre.ask(1002, AgentRequest.Action.REST);
        centre.awaitState(1002, AgentState.REST);
        agent.sendDigits("*88002#");
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "busy").containsEntry("released_by", "system");
        centre.awaitNothingLeft();
    }

    @Test
    void starSevenToABusyColleagueLeavesTheTwoTalking() {
        centre.signIn(1002);
        centre.ask(1002, AgentRequest.Action.REST);
        centre.awaitState(1002, AgentState.REST);
        agent.sendDigits("*78002#");
        await("the beep is over").atMost(SOON).until(() -> agent.audio().hears(CUSTOMER));
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aRefusedCodeConcernsTheOwnCallOnly() {
        centre.signIn(1002);
        OutgoingCall other = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        IncomingCall atColleague = colleaguesPhone.awaitRinging(SOON);
        hears(other, COLLEAGUE);
        for (int i = 0; i < 3; i++) {
            agent.sendDigits("*78002#");
            await("the beep").atMost(SOON).until(() -> !agent.audio().hears(CUSTOMER));
            hears(agent, CUSTOMER);
            hears(other, COLLEAGUE);
        }
        agent.sendDigits("*88002#");
        customer.awaitEnded(SOON);
        hears(other, COLLEAGUE);
        hears(atColleague, CUSTOMER);
        other.hangUp();
        assertThat(centre.awaitRecords(2)).extracting(row -> row.get("cause")).contains("busy", "normal");
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoDoesNotAnswerIsNotRungForEver() {
        colleaguesPhone.onCall(AnswerPlan.manual());
        centre.signIn(1002);
        assertThat(refusalOf(Service.CONSULT, "8001", "8002")).isNull();
        IncomingCall ringing = colleaguesPhone.awaitRinging(SOON);
        hears(customer);
        ringing.awaitEnded(SOON);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        await("1002 is given back").atMost(SOON).until(() -> centre.stateOf(1002) != AgentState.TALKING);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aPauseEndsWithTheConversationThatItWasFor() {
        ask(Service.PAUSE_RECORDING);
        centre.signIn(1002);
        assertThat(refusalOf(Service.SINGLE_STEP_TRANSFER, "8001", "queue:support"))
                .isNull();
        hears(colleaguesPhone.awaitRinging(SOON), CUSTOMER);
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(eventTypes())
                .containsSubsequence("RECORDING_PAUSED", "RECORDING_RESUMED", "RECORDING_STARTED")
                .containsOnlyOnce("RECORDING_PAUSED");
        centre.awaitNothingLeft();
    }

    @Test
    void aSupervisorWhoOnlyListensAgainIsRecordedNoMore() {
        SimulatedPhone supervisorsPhone = phone(1003, SUPERVISOR);
        join(SupervisorMode.BARGE_IN);
        IncomingCall supervisor = supervisorsPhone.awaitRinging(SOON);
        hears(customer, AGENT, SUPERVISOR);
        assertThat(centre.centre().liveBoard().call(call()).orElseThrow().legs())
                .filteredOn(leg -> leg.role().equals("supervisor"))
                .as("named after who asked, not after whose phone it is")
                .extracting(LegRecord::name)
                .containsExactly("Zhang");
        join(SupervisorMode.LISTEN);
        hears(customer, AGENT);
        hears(supervisor, CUSTOMER, AGENT);
        await("the next part").atMost(SOON).until(() -> {
            centre.centre().awaitRecords(SOON);
            return eventTypes().stream().filter("RECORDING_STARTED"::equals).count() == 3;
        });
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(centre.rows(
                        "select detail from call_event where event_type = 'RECORDING_STARTED' order by sequence"))
                .last()
                .satisfies(row -> assertThat(row.get("detail").toString()).doesNotContain("supervisor"));
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentGivesTheCallBackToAQueue() {
        ask(Service.HOLD);
        centre.signIn(1002);
        assertThat(refusalOf(Service.SINGLE_STEP_TRANSFER, "8001", "queue:support"))
                .isNull();
        agent.awaitEnded(SOON);
        IncomingCall next = colleaguesPhone.awaitRinging(SOON);
        hears(next, CUSTOMER);
        hears(customer, COLLEAGUE);
        customer.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        assertThat(parts()).hasSize(2);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentGivesTheCallToAFlow() {
        assertThat(refusalOf(Service.SINGLE_STEP_TRANSFER, "8001", "flow:nowhere"))
                .isEqualTo(Refusal.NO_SUCH_DEVICE);
        assertThat(refusalOf(Service.SINGLE_STEP_TRANSFER, "8001", "flow:hotline"))
                .isNull();
        agent.awaitEnded(SOON);
        hears(customer);
        customer.audio().awaitSound(SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(eventTypes()).containsSubsequence("TRANSFERRED", "FLOW_STARTED");
        centre.awaitNothingLeft();
    }

    @Test
    void anOutsideNumberIsRungOverATrunkAndSeesOursAndNotTheCustomers() throws Exception {
        try (PhoneStack carrier = PhoneStack.open("127.0.0.4", 0)) {
            SimulatedPhone mobile = carrier.phone(new PhoneAccount("13911112222", null, centre.sipAddress()))
                    .saying(Sound.tone(COLLEAGUE))
                    .onCall(AnswerPlan.after(Duration.ZERO));
            centre.setUp("insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes)"
                    + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                    + carrier.address().getPort() + "', '139')");
            assertThat(refusalOf(Service.CONSULT, "8001", "15000000000")).isEqualTo(Refusal.NO_SUCH_DEVICE);
            assertThat(refusalOf(Service.CONSULT, "8001", "13911112222")).isNull();
            IncomingCall outside = mobile.awaitRinging(SOON);
            assertThat(outside.peer()).isEqualTo("support");
            assertThat(outside.inviteText())
                    .doesNotContain(customer.phone().account().user());
            hears(outside, AGENT);
            assertThat(refusal(centre.centre().calls().join(call(), "13911112222", SupervisorMode.LISTEN, "Zhang")))
                    .isEqualTo(Refusal.ALREADY_IN_CALL);
            assertThat(refusal(centre.centre().calls().join(call(), "13911113333", SupervisorMode.LISTEN, "Zhang")))
                    .isEqualTo(Refusal.NO_SUCH_DEVICE);
            ask(Service.TRANSFER);
            hears(outside, CUSTOMER);
            hears(customer, COLLEAGUE);
            outside.sendDigits("*813911113333#");
            outside.hold();
            customer.audio().awaitQuiet(SOON);
            outside.retrieve();
            hears(customer, COLLEAGUE);
            customer.hangUp();
            outside.awaitEnded(SOON);
            centre.awaitRecords(1);
            centre.awaitNothingLeft();
        }
    }

    @Test
    void thePhoneOfWhoIsSignedOutIsBusyInACallToo() {
        SimulatedPhone other = phone(1003, SUPERVISOR);
        OutgoingCall theirs = colleaguesPhone.call("8003");
        IncomingCall called = other.awaitRinging(SOON);
        hears(called, COLLEAGUE);
        assertThat(centre.stateOf(1002)).isEqualTo(AgentState.SIGNED_OUT);

        assertThat(refusalOf(Service.CONSULT, "8001", "8002")).isEqualTo(Refusal.DEVICE_BUSY);
        assertThat(refusalOf(Service.CONSULT, "8001", "8003")).isEqualTo(Refusal.DEVICE_BUSY);
        hears(agent, CUSTOMER);
        hears(called, COLLEAGUE);

        theirs.hangUp();
        called.awaitEnded(SOON);
        await().atMost(SOON).until(() -> refusalOf(Service.CONSULT, "8001", "8002") == null);
        hears(colleaguesPhone.awaitRinging(SOON), AGENT);
        customer.hangUp();
        centre.awaitNothingLeft();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithAReason() {
        assertThat(refusalOf(Service.CONSULT, "8001", "8999")).isEqualTo(Refusal.NO_SUCH_DEVICE);
        assertThat(refusalOf(Service.CONSULT, "8001", "8009")).isEqualTo(Refusal.DEVICE_UNREACHABLE);
        assertThat(refusalOf(Service.CONSULT, "8001", "8001")).isEqualTo(Refusal.ALREADY_IN_CALL);
        assertThat(refusalOf(Service.HOLD, "8002", "")).isEqualTo(Refusal.NOT_IN_CALL);
        assertThat(refusalOf(Service.TRANSFER, "8001", "")).isEqualTo(Refusal.NOT_CONSULTING);
        assertThat(refusal(centre.centre().calls().ask(new CallId("none"), Service.HOLD, "8001", "")))
                .isEqualTo(Refusal.NO_SUCH_CALL);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    /** Whoever came, went or waited: each second of talk of each leg is in a file. */
    private void allIsRecorded() {
        Map<String, Long> ledger = centre.ledger();
        assertThat(ledger.get("talk_ms")).isPositive().isEqualTo(ledger.get("recorded_ms"));
        assertThat(ledger.get("missing_ms")).isZero();
        assertThat(centre.rows("select * from recording_problem")).isEmpty();
    }

    private SimulatedPhone phone(int agent, int tone) {
        return centre.phoneOf(agent).saying(Sound.tone(tone)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    private IncomingCall consult() {
        assertThat(refusalOf(Service.CONSULT, "8001", "8002")).isNull();
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        // Answered for the call centre too, not only for the phone.
        hears(colleague, AGENT);
        return colleague;
    }

    private void ask(Service service) {
        assertThat(refusalOf(service, "8001", "")).isNull();
    }

    private void join(SupervisorMode mode) {
        assertThat(refusal(centre.centre().calls().join(call(), "8003", mode, "Zhang")))
                .isNull();
    }

    private Refusal refusalOf(Service service, String device, String target) {
        return refusal(centre.centre().calls().ask(call(), service, device, target));
    }

    private static Refusal refusal(CompletableFuture<Optional<Refusal>> outcome) {
        try {
            return outcome.get(10, TimeUnit.SECONDS).orElse(null);
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }

    private CallId call() {
        return centre.centre().liveBoard().snapshot().calls().get(0).call();
    }

    /** Waits until the party hears these tones and none of the others. */
    private void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT, COLLEAGUE, SUPERVISOR).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }

    private List<Object> eventTypes() {
        return centre.rows("select event_type from call_event order by sequence").stream()
                .map(row -> row.get("event_type"))
                .toList();
    }

    private List<Map<String, Object>> parts() {
        return centre.rows("select * from recording");
    }
}
