package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.AgentRequest.Action;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agent 1001 talks at the own phone, and goes on at another one. */
class MovedDeviceTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int OLD = 1100;
    private static final int NEW = 1500;
    private static final int COLLEAGUE = 1900;
    private static final String MOBILE = "13911112222";

    private SimulatedPhone elsewhere;
    private OutgoingCall customer;
    private IncomingCall old;

    @BeforeEach
    void customerAndAgentTalk() {
        SimulatedPhone own = phone(1001, OLD);
        elsewhere = phone(1003, NEW);
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        old = own.awaitRinging(SOON);
        hears(customer, OLD);
        centre.awaitState(1001, AgentState.TALKING);
    }

    @Test
    void theCallGoesOnAtTheNewPhoneAsTheSameCallOfTheSameAgent() {
        assertThat(move("8003")).isNull();
        IncomingCall moved = elsewhere.awaitRinging(SOON);
        assertThat(moved.inviteText()).contains("answer-after=0");
        old.awaitEnded(SOON);
        hears(customer, NEW);
        hears(moved, CUSTOMER);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.TALKING);
        awaitDevice("8003");

        ask(Service.HOLD);
        hears(moved);
        ask(Service.RETRIEVE);
        hears(moved, CUSTOMER);
        assertThat(move("")).isNull();
        moved.awaitEnded(SOON);
        hears(customer, OLD);
        awaitDevice(null);
        customer.hangUp();

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("agent_id", "1001").containsEntry("outcome", "ANSWERED");
        List<Map<String, Object>> legs =
                centre.rows("select * from call_leg where agent_id = '1001' and role = 'agent' order by ordinal");
        assertThat(legs).hasSize(3);
        long talk = legs.stream().mapToLong(leg -> millis(leg, "talk_ms")).sum();
        // The two phones are both there for as long as it takes to end one.
        assertThat(talk).isCloseTo(millis(record, "talk_ms"), within(500L));
        assertThat(centre.ledger().get("missing_ms")).isZero();
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void aPhoneOutsideTakesTheCallOnceItIsConfirmed() throws Exception {
        try (PhoneStack carrier = carrier()) {
            SimulatedPhone mobile = mobile(carrier);
            assertThat(move(MOBILE)).isNull();
            IncomingCall outside = mobile.awaitRinging(SOON);
            outside.audio().awaitSound(SOON);
            hears(customer, OLD);
            awaitDevice(null);
            outside.sendDigits("1");
            hears(customer, NEW);
            hears(outside, CUSTOMER);
            old.awaitEnded(SOON);
            awaitDevice(MOBILE);
            outside.hangUp();
            customer.awaitEnded(SOON);
            assertThat(centre.awaitRecords(1).get(0)).containsEntry("released_by", "agent");
            centre.awaitNothingLeft();
        }
    }

    @Test
    void whoseNewPhoneRefusesStaysAtTheOldOne() {
        elsewhere.onCall(AnswerPlan.reject(486));
        assertThat(move("8003")).isNull();
        awaitLeg("BUSY");
        hears(customer, OLD);
        awaitDevice(null);
        old.hangUp();
        customer.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void whenTheCallEndsFirstTheNewPhoneRingsNoMore() {
        elsewhere.onCall(AnswerPlan.manual());
        assertThat(move("8003")).isNull();
        IncomingCall ringing = elsewhere.awaitRinging(SOON);
        customer.hangUp();
        ringing.awaitEnded(SOON);
        centre.awaitRecords(1);
        centre.awaitState(1001, AgentState.IDLE);
        awaitDevice(null);
        centre.awaitNothingLeft();
    }

    @Test
    void whoHangsUpTheOldPhoneFirstIsWaitedForAtTheNewOne() {
        elsewhere.onCall(AnswerPlan.manual());
        assertThat(move("8003")).isNull();
        IncomingCall ringing = elsewhere.awaitRinging(SOON);
        old.hangUp();
        old.awaitEnded(SOON);
        customer.audio().awaitSound(SOON);
        ringing.answer();
        hears(customer, NEW);
        customer.hangUp();
        ringing.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("released_by", "caller");
        assertThat(centre.ledger().get("missing_ms")).isZero();
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void theCallEndsWhenTheNewPhoneIsNotTakenEither() {
        elsewhere.onCall(AnswerPlan.manual());
        assertThat(move("8003")).isNull();
        IncomingCall ringing = elsewhere.awaitRinging(SOON);
        old.hangUp();
        old.awaitEnded(SOON);
        ringing.reject(480);
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("released_by", "agent");
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void whoAsksAgainHasTheOtherPhoneRungOrStays() {
        elsewhere.onCall(AnswerPlan.manual());
        SimulatedPhone third = phone(1002, COLLEAGUE).onCall(AnswerPlan.manual());
        assertThat(move("8003")).isNull();
        IncomingCall first = elsewhere.awaitRinging(SOON);
        assertThat(move("8003")).isNull();
        assertThat(move("8002")).isNull();
        first.awaitEnded(SOON);
        IncomingCall second = third.awaitRinging(SOON);
        assertThat(move("")).isNull();
        second.awaitEnded(SOON);
        hears(customer, OLD);
        awaitDevice(null);

        assertThat(move("8003")).isNull();
        elsewhere.awaitRinging(SOON).answer();
        hears(customer, NEW);
        awaitDevice("8003");
        customer.hangUp();
        centre.awaitNothingLeft();
    }

    @Test
    void aDeviceToWhichSomebodyMovesIsNobodyElses() {
        elsewhere.onCall(AnswerPlan.manual());
        phone(1002, COLLEAGUE);
        assertThat(move("8003")).isNull();
        IncomingCall ringing = elsewhere.awaitRinging(SOON);
        assertThat(centre.workAt(1002, Action.SIGN_IN, "8003")).isEqualTo(AgentRequest.DEVICE_TAKEN);
        customer.hangUp();
        ringing.awaitEnded(SOON);
        await().atMost(SOON).until(() -> centre.workAt(1002, Action.SIGN_IN, "8003") == null);
        centre.awaitNothingLeft();
    }

    @Test
    void aConsultationWithACustomerOnHoldGoesOnAtTheNewPhone() {
        IncomingCall colleague = consult();
        assertThat(move("8003")).isNull();
        IncomingCall moved = elsewhere.awaitRinging(SOON);
        old.awaitEnded(SOON);
        hears(moved, COLLEAGUE);
        hears(colleague, NEW);
        hears(customer);
        ask(Service.CONFERENCE);
        hears(customer, NEW, COLLEAGUE);
        assertThat(move("")).isNull();
        moved.awaitEnded(SOON);
        hears(customer, OLD, COLLEAGUE);
        hears(colleague, OLD, CUSTOMER);
        customer.hangUp();
        colleague.awaitEnded(SOON);
        assertThat(centre.ledger().get("missing_ms")).isZero();
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void whoIsConsultedMovesAsWell() {
        IncomingCall colleague = consult();
        assertThat(centre.workAt(1002, Action.CHOOSE_DEVICE, "8003")).isNull();
        IncomingCall moved = elsewhere.awaitRinging(SOON);
        colleague.awaitEnded(SOON);
        hears(moved, OLD);
        ask(Service.TRANSFER);
        old.awaitEnded(SOON);
        hears(customer, NEW);
        moved.hangUp();
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1002");
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void aColleagueWhoWasCalledMovesAsWell() {
        customer.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        SimulatedPhone colleagues = phone(1002, COLLEAGUE);
        centre.signIn(1002);
        OutgoingCall caller = old.phone().call("8002");
        IncomingCall called = colleagues.awaitRinging(SOON);
        hears(caller, COLLEAGUE);
        centre.awaitState(1002, AgentState.TALKING);
        assertThat(centre.workAt(1002, Action.CHOOSE_DEVICE, "8003")).isNull();
        IncomingCall moved = elsewhere.awaitRinging(SOON);
        called.awaitEnded(SOON);
        hears(caller, NEW);
        hears(moved, OLD);
        ask(Service.HOLD);
        hears(moved);
        ask(Service.RETRIEVE);
        hears(moved, OLD);
        moved.hangUp();
        caller.awaitEnded(SOON);
        centre.awaitRecords(2);
        centre.awaitState(1002, AgentState.IDLE);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void aSupervisorGoesOnListening() throws Exception {
        SimulatedPhone listening = phone(1002, COLLEAGUE);
        assertThat(centre.centre()
                        .calls()
                        .join(call().call(), "8002", SupervisorMode.WHISPER, "Zhang")
                        .get(10, TimeUnit.SECONDS))
                .isEmpty();
        IncomingCall supervisor = listening.awaitRinging(SOON);
        hears(supervisor, CUSTOMER, OLD);
        assertThat(move("8003")).isNull();
        IncomingCall moved = elsewhere.awaitRinging(SOON);
        old.awaitEnded(SOON);
        hears(supervisor, CUSTOMER, NEW);
        hears(moved, CUSTOMER, COLLEAGUE);
        hears(customer, NEW);
        customer.hangUp();
        assertThat(centre.ledger().get("missing_ms")).isZero();
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatIsNotThereIsNotRung() {
        elsewhere.unregister();
        elsewhere.awaitUnregistered(SOON);
        assertThat(move("8003")).isEqualTo(Refusal.DEVICE_UNREACHABLE.code());
        assertThat(move("8999")).isEqualTo(AgentRequest.NO_SUCH_DEVICE);
        hears(customer, OLD);
        customer.hangUp();
        centre.awaitNothingLeft();
    }

    private IncomingCall consult() {
        SimulatedPhone phone = phone(1002, COLLEAGUE);
        centre.signIn(1002);
        ask(Service.CONSULT, "8002");
        IncomingCall colleague = phone.awaitRinging(SOON);
        hears(colleague, OLD);
        centre.awaitState(1002, AgentState.TALKING);
        return colleague;
    }

    private String move(String device) {
        return centre.workAt(1001, Action.CHOOSE_DEVICE, device);
    }

    /** What the agent chose instead of the own phone; null for nothing. */
    private void awaitDevice(String number) {
        await().atMost(SOON).until(() -> centre.rows("select number from agent_device where agent_id = '1001'").stream()
                .map(row -> row.get("number"))
                .toList()
                .equals(number == null ? List.of() : List.of(number)));
    }

    /** Waits until a leg of the call was given up for this reason. */
    private void awaitLeg(String cause) {
        await().atMost(SOON).until(() -> call().legs().stream()
                .anyMatch(leg -> leg.cause() != null && leg.cause().name().equals(cause)));
    }

    private static long millis(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private LiveCall call() {
        return centre.centre().liveBoard().snapshot().calls().get(0);
    }

    private void ask(Service service) {
        ask(service, "");
    }

    private void ask(Service service, String target) {
        assertThat(centre.centre().calls().ask(call().call(), service, "8001", target))
                .succeedsWithin(SOON)
                .satisfies(refusal -> assertThat(refusal).isEmpty());
    }

    private PhoneStack carrier() throws Exception {
        PhoneStack carrier = PhoneStack.open("127.0.0.4", 0);
        centre.setUp(
                "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes)"
                        + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                        + carrier.address().getPort() + "', '139')",
                "update agent set outside_phone = true where id = '1001'");
        return carrier;
    }

    private SimulatedPhone mobile(PhoneStack carrier) {
        return carrier.phone(new PhoneAccount(MOBILE, null, centre.sipAddress()))
                .saying(Sound.tone(NEW))
                .onCall(AnswerPlan.after(Duration.ZERO));
    }

    private SimulatedPhone phone(int agent, int tone) {
        return centre.phoneOf(agent).saying(Sound.tone(tone)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    /** Waits until the party hears these tones and none of the others. */
    private void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, OLD, NEW, COLLEAGUE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
