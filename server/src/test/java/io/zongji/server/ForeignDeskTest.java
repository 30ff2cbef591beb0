package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.Sound;
import io.zongji.store.config.PortalPassword;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** baresip and linphone on the desks of agents 1001 and 1002, as they are by themselves: they ring until their users answer. */
class ForeignDeskTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final String PIN = "471147";
    private static final Duration PROBE = Duration.ofSeconds(1);

    private TestCentre centre;
    private Baresip baresip;
    private Linphone linphone;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(Baresip.isThere() && Linphone.isThere(), "baresip or linphonec is not installed");
        centre = TestCentre.probing(folder, PROBE);
        centre.setUp(
                "update queue set offer_timeout_ms = 30000",
                "insert into agent_pin (agent_id, tenant_id, pin_hash) values ('1003', 'default', '"
                        + PortalPassword.hash(PIN) + "')");
        baresip = Baresip.startByHand(folder.resolve("baresip"), "127.0.0.7", "8001", centre.sipAddress(), AGENT);
        linphone = Linphone.startByHand(folder.resolve("linphone"), "8002", centre.sipAddress(), AGENT);
    }

    @AfterEach
    void stop() {
        if (baresip != null) {
            baresip.close();
        }
        if (linphone != null) {
            linphone.close();
        }
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    void bothAnswerWhenTheyAreAskedWhetherTheyAreThere() throws Exception {
        centre.signIn(1001);
        centre.signIn(1002);
        await("baresip answers").atMost(SOON).until(() -> count(baresip.log(), "OPTIONS sip:8001") >= 3);
        await("linphone answers").atMost(SOON).until(() -> count(linphone.messages(), "OPTIONS sip:8002") >= 3);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
        assertThat(centre.stateOf(1002)).isEqualTo(AgentState.IDLE);
        baresip.freeze();
        centre.awaitState(1001, AgentState.LOST);
        baresip.thaw();
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(centre.stateOf(1002)).isEqualTo(AgentState.IDLE);
    }

    @Test
    void whoWantsToHearOfWaitingMessagesIsToldThatThereIsNoSuchThingAndStays() throws Exception {
        centre.signIn(1001);
        await("baresip has asked").atMost(SOON).until(() -> baresip.log().contains("Event: message-summary"));
        await("it is told").atMost(SOON).until(() -> baresip.log().contains("SIP/2.0 501"));
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
    }

    @Test
    void theyDoNotAnswerByThemselvesHoweverTheyAreAskedAndTheirUsersCan() throws Exception {
        centre.setUp("update agent set auto_answer = true where id in ('1001', '1002')");
        centre.signIn(1001);
        answeredByHand("8001", () -> baresip.command("accept", ""));
        centre.ask(1001, Action.SIGN_OUT);
        centre.awaitState(1001, AgentState.SIGNED_OUT);
        centre.signIn(1002);
        answeredByHand("8002", () -> linphone.command("answer"));
    }

    @Test
    void aGuestSignsInAtThem() throws Exception {
        for (int agent : new int[] {1001, 1002}) {
            centre.signIn(agent);
            centre.ask(agent, Action.SIGN_OUT);
        }
        baresip.command("dial", "*41*1003");
        await("baresip is in the call").atMost(SOON).until(() -> baresip.log().contains("Call established"));
        baresip.press(PIN + "#");
        awaitGuestAt("8001");
        linphone.command("call *41*1003");
        linphone.awaitWords("connected");
        linphone.press(PIN + "#");
        awaitGuestAt("8002");
        baresip.command("dial", "*41*1003*" + PIN);
        awaitGuestAt("8001");
        linphone.command("call *41*1003*" + PIN + "#");
        awaitGuestAt("8002");
    }

    private void awaitGuestAt(String extension) {
        List<Map<String, Object>> device = List.of(Map.of("number", extension));
        await("1003 works at " + extension).atMost(SOON).until(() -> centre.rows(
                        "select number from agent_device where agent_id = '1003'")
                .equals(device));
        centre.awaitState(1003, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    private interface Step {
        void go() throws IOException;
    }

    private void answeredByHand(String extension, Step answer) throws Exception {
        OutgoingCall customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        await("it rings").atMost(SOON).until(() -> ask(extension) == Refusal.PHONE_CANNOT);
        centre.pause(Duration.ofSeconds(2));
        assertThat(ask(extension)).isEqualTo(Refusal.PHONE_CANNOT);
        answer.go();
        customer.audio().awaitTone(AGENT, SOON);
        customer.hangUp();
        centre.awaitNothingLeft();
    }

    private Refusal ask(String extension) throws Exception {
        var calls = centre.centre().liveBoard().snapshot().calls();
        if (calls.isEmpty()) {
            return null;
        }
        CallId call = calls.get(0).call();
        return centre.centre()
                .calls()
                .ask(call, Service.ANSWER, extension, "")
                .get(10, TimeUnit.SECONDS)
                .orElse(null);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
