package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents are after the call centre was stopped and started again. */
class RestartTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @TempDir
    private Path data;

    @BeforeEach
    void aDatabaseThatOutlivesTheCallCentre() {
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("zongji");
        database.setPassword("zongji");
    }

    @Test
    void whoWorksWithAPageGetsNoCallsBeforeItIsBack() throws Exception {
        try (TestCentre before = new TestCentre(data, TestCentre.freePort(), database)) {
            before.phoneOf(1001);
            before.phoneOf(1002);
            before.signIn(1001);
            before.signIn(1002);
            assertThat(before.ask(1001, AgentRequest.Action.PAGE_BACK)).isNull();
            await("the page is known")
                    .atMost(TestCentre.SOON)
                    .until(() -> before.rows("select agent_id from agent_page").size() == 1);
        }
        try (TestCentre after = new TestCentre(data, TestCentre.freePort(), database)) {
            after.phoneOf(1002);
            after.awaitState(1002, AgentState.IDLE);
            var phone = after.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
            after.ask(1002, AgentRequest.Action.BUSY);
            OutgoingCall caller = after.caller().call("support");
            after.awaitWaiting(1);
            assertThat(after.stateOf(1001)).isEqualTo(AgentState.LOST);

            after.ask(1001, AgentRequest.Action.PAGE_BACK);
            IncomingCall offered = phone.awaitRinging(TestCentre.SOON);
            after.awaitState(1001, AgentState.TALKING);
            caller.hangUp();
            offered.awaitEnded(TestCentre.SOON);
        }
    }

    @Test
    void aRestEndsWhenItWouldHaveEndedWithoutTheRestart() throws Exception {
        try (TestCentre before = new TestCentre(data, TestCentre.freePort(), database)) {
            before.setUp("insert into state_reason (tenant_id, code, used_for, chinese, english, limit_ms)"
                    + " values ('default', 'nap', 'REST', '小憩', 'Nap', 1800000)");
            before.phoneOf(1001);
            before.phoneOf(1002);
            before.signIn(1001);
            before.signIn(1002);
            before.rest(1001, "nap");
            before.rest(1002, "nap");
            assertThat(before.centre().awaitRecords(TestCentre.SOON)).isTrue();
            before.setUp(
                    "update agent_event set occurred_at = dateadd('HOUR', -1, occurred_at) where agent_id = '1001'");
        }
        try (TestCentre after = new TestCentre(data, TestCentre.freePort(), database)) {
            after.phoneOf(1001);
            after.phoneOf(1002);
            after.awaitState(1001, AgentState.BUSY);
            after.awaitState(1002, AgentState.REST);
        }
    }

    @Test
    void aPhoneThatStaysOnTheLineIsLetGoAndCalledAgain() throws Exception {
        String number = "13911112222";
        try (PhoneStack carrier = PhoneStack.open("127.0.0.4", 0)) {
            SimulatedPhone mobile =
                    carrier.phone(new PhoneAccount(number, null, null)).onCall(AnswerPlan.after(Duration.ZERO));
            IncomingCall leg;
            try (TestCentre before = new TestCentre(data, TestCentre.freePort(), database)) {
                before.setUp(
                        "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes, outbound_caller)"
                                + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                                + carrier.address().getPort() + "', '139', '02087654321')",
                        "insert into setting (tenant_id, name, content) values ('default', 'confirmOutside', 'false')",
                        "update agent set outside_phone = true where id = '1001'");
                assertThat(before.stayAt(1001, AgentRequest.Action.SIGN_IN, number))
                        .isNull();
                leg = mobile.awaitRinging(TestCentre.SOON);
                before.awaitState(1001, AgentState.IDLE);
            }
            leg.awaitEnded(TestCentre.SOON);
            try (TestCentre after = new TestCentre(data, TestCentre.freePort(), database)) {
                IncomingCall again = mobile.awaitRinging(TestCentre.SOON);
                after.awaitState(1001, AgentState.IDLE);
                assertThat(after.ask(1001, AgentRequest.Action.SIGN_OUT)).isNull();
                again.awaitEnded(TestCentre.SOON);
                after.awaitNothingLeft();
            }
        }
    }
}
