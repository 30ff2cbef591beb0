package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import io.zongji.store.config.PortalPassword;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Agent 1001 signs in at the phone of extension 8003 by number and PIN, without a page. */
class HotDeskByPhoneTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int GUEST = 1100;
    private static final String PIN = "471147";

    /** Each answer is a tone of its own. */
    private static final Map<String, Integer> ANSWERS = Map.of(
            "code-ask-number", 400,
            "code-ask-pin", 500,
            "code-sign-in", 600,
            "code-wrong", 800,
            "code-locked", 900,
            "code-no-pin", 1000,
            "code-not-permitted", 1200,
            "code-taken", 1300,
            "code-nothing", 1400,
            "code-unreachable", 1600);

    @BeforeEach
    void aPin() {
        ANSWERS.forEach((name, hertz) -> centre.prompt(name, hertz, Duration.ofMillis(700)));
        pin("1001");
    }

    @Test
    void numberAndPinAreAskedForAndThePhoneIsTheAgents() {
        SimulatedPhone desk = phone(1003);
        OutgoingCall call = desk.call("*41*");
        hears(call, "code-ask-number");
        call.sendDigits("1001#");
        hears(call, "code-ask-pin");
        call.sendDigits(PIN + "#");
        hears(call, "code-sign-in");
        call.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(devices()).containsExactly(Map.of("agent_id", "1001", "number", "8003"));

        OutgoingCall customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        IncomingCall offered = desk.awaitRinging(SOON);
        customer.audio().awaitTone(GUEST, SOON);
        customer.hangUp();
        offered.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("agent_id", "1001");
        centre.awaitState(1001, AgentState.IDLE);

        desk.call("*42").awaitEnded(SOON);
        centre.awaitState(1001, AgentState.SIGNED_OUT);
        await("the phone is left").atMost(SOON).until(() -> devices().isEmpty());
        assertThat(audit())
                .containsExactly(Map.of(
                        "login", "1001", "action", "PHONE_SIGN_IN", "subject", "extension 8003", "outcome", "done"));
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void allMayBeDialledAtOnce() {
        answers(phone(1003), "*41*1001*" + PIN, "code-sign-in");
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(devices()).hasSize(1);
    }

    @Test
    void keysBeforeTheQuestionCountAndTheHashMayBeLeftOut() {
        OutgoingCall call = phone(1003).call("*41*1001");
        call.awaitTalking(SOON);
        call.sendDigits(PIN);
        hears(call, "code-sign-in");
        centre.awaitState(1001, AgentState.IDLE);
    }

    @Test
    void atAPhoneOfNobodyTheCodeAloneAsks() {
        centre.setUp("delete from agent_queue where agent_id = '1003'", "delete from agent where id = '1003'");
        OutgoingCall call = phone(1003).call("*41");
        hears(call, "code-ask-number");
        call.hangUp();
        centre.awaitNothingLeft();
    }

    @Test
    void whoPressesNothingIsToldSo() {
        OutgoingCall call = phone(1003).call("*41*1001*");
        hears(call, "code-ask-pin");
        call.sendDigits("#");
        hears(call, "code-nothing");
        call.awaitEnded(SOON);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void theFifthWrongPinLocksItAndIsInTheAuditLog() {
        SimulatedPhone desk = phone(1003);
        for (int wrong = 0; wrong < 5; wrong++) {
            answers(desk, "*41*1001*0000", "code-wrong");
        }
        answers(desk, "*41*1001*" + PIN, "code-locked");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.SIGNED_OUT);
        await("all tries are in the audit log").atMost(SOON).until(() -> audit().size() == 6);
        assertThat(audit())
                .extracting(line -> line.get("outcome"))
                .containsExactly("wrongPin", "wrongPin", "wrongPin", "wrongPin", "wrongPin", "tooManyFailures");
        assertThat(audit()).extracting(line -> line.get("login")).containsOnly("1001");

        pin("1001", "998877");
        answers(desk, "*41*1001*998877", "code-sign-in");
        centre.awaitState(1001, AgentState.IDLE);
    }

    @Test
    void whoIsNobodyLearnsNoMoreThanOneWithAWrongPin() {
        answers(phone(1003), "*41*4711471147*0000", "code-wrong");
        await("it is in the audit log").atMost(SOON).until(() -> audit().size() == 1);
        assertThat(centre.rows("select * from audit").toString()).doesNotContain("4711471147");
    }

    @Test
    void withoutAPinNobodySignsInElsewhere() {
        answers(phone(1003), "*41*1002*0000", "code-no-pin");
        assertThat(centre.stateOf(1002)).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void whoWasSignedOutByForceStaysOut() {
        centre.setUp("update agent set online_right = false where id = '1001'");
        answers(phone(1003), "*41*1001*" + PIN, "code-not-permitted");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(devices()).isEmpty();
    }

    @Test
    void whereAnotherAgentIsSignedInNobodyElseIs() {
        SimulatedPhone desk = phone(1003);
        centre.signIn(1003);
        answers(desk, "*41*1001*" + PIN, "code-taken");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(centre.stateOf(1003)).isEqualTo(AgentState.IDLE);
        assertThat(devices()).isEmpty();
    }

    @Test
    void whoIsSignedInElsewhereMovesAndHasOnePhone() {
        SimulatedPhone own = phone(1001);
        SimulatedPhone desk = phone(1003);
        centre.signIn(1001);
        answers(desk, "*41*1001*" + PIN, "code-sign-in");
        await("the agent has moved").atMost(SOON).until(() -> devices().size() == 1);
        own.unregister();
        own.awaitUnregistered(SOON);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
        own.register();
        own.awaitRegistered(SOON);
        answers(own, "*41*1001*" + PIN, "code-sign-in");
        await("the agent is back").atMost(SOON).until(() -> devices().isEmpty());
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
    }

    @Test
    void aPhoneThatCannotBeRungIsNoDesk() {
        SimulatedPhone desk = phone(1003);
        desk.unregister();
        desk.awaitUnregistered(SOON);
        answers(desk, "*41*1001*" + PIN, "code-unreachable");
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void whatIsKeyedStandsNowhere() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        lines.start();
        all.addAppender(lines);
        try {
            SimulatedPhone desk = phone(1003);
            OutgoingCall call = desk.call("*41*1001");
            hears(call, "code-ask-pin");
            call.sendDigits(PIN + "#");
            hears(call, "code-sign-in");
            call.awaitEnded(SOON);
            centre.awaitState(1001, AgentState.IDLE);
            answers(desk, "*41*1001*" + PIN, "code-sign-in");
            centre.awaitNothingLeft();
        } finally {
            all.detachAppender(lines);
        }
        assertThat(List.copyOf(lines.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(PIN));
        for (String table : List.of("audit", "agent_event", "call_event", "call_record", "call_leg", "agent_pin")) {
            assertThat(centre.rows("select * from " + table).toString())
                    .as(table)
                    .doesNotContain(PIN);
        }
        assertThat(centre.rows("select * from recording")).isEmpty();
    }

    /** Dials, hears this answer, and is hung up on. */
    private void answers(SimulatedPhone phone, String dialled, String prompt) {
        OutgoingCall call = phone.call(dialled);
        hears(call, prompt);
        call.awaitEnded(SOON);
    }

    private static void hears(OutgoingCall call, String prompt) {
        call.audio().awaitTone(ANSWERS.get(prompt), SOON);
    }

    private List<Map<String, Object>> devices() {
        return centre.rows("select agent_id, number from agent_device");
    }

    private List<Map<String, Object>> audit() {
        return centre.rows("select login, action, subject, outcome from audit order by id");
    }

    private void pin(String agent) {
        pin(agent, PIN);
    }

    private void pin(String agent, String pin) {
        centre.setUp(
                "delete from agent_pin where agent_id = '" + agent + "'",
                "insert into agent_pin (agent_id, tenant_id, pin_hash) values ('" + agent + "', 'default', '"
                        + PortalPassword.hash(pin) + "')");
    }

    private SimulatedPhone phone(int agent) {
        return centre.phoneOf(agent).saying(Sound.tone(GUEST)).onCall(AnswerPlan.after(Duration.ZERO));
    }
}
