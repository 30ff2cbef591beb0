package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Service;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An agent who works at a phone outside, which the trunks ring for each call. */
class OutsidePhoneTest extends AgentsMobileTest {

    @Test
    void theMobileRingsShowsNothingOfTheCustomerAndTakesTheCallByAKey() {
        signIn();
        OutgoingCall customer = customer();
        IncomingCall agent = mobile.awaitRinging(SOON);
        assertThat(agent.peer()).isEqualTo("02087654321");
        assertThat(agent.inviteText()).doesNotContain(customer.phone().account().user());
        agent.audio().awaitSound(SOON);
        centre.awaitState(1001, AgentState.OFFERED);
        agent.sendDigits("5");
        agent.sendDigits("1");
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        centre.awaitState(1001, AgentState.TALKING);

        ask(Service.HOLD, "");
        hears(agent);
        ask(Service.RETRIEVE, "");
        hears(customer, AGENT);
        SimulatedPhone colleague = colleague();
        agent.sendDigits("*78002#");
        IncomingCall consulted = colleague.awaitRinging(SOON);
        hears(agent, COLLEAGUE);
        agent.hangUp();
        hears(customer, COLLEAGUE);
        assertThat(consulted.peer()).isEqualTo(customer.phone().account().user());
        customer.hangUp();

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("agent_id", "1002").containsEntry("outcome", "ANSWERED");
        assertThat(centre.rows("select * from call_leg").toString()).doesNotContain(MOBILE);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void aVoicemailThatAnswersHasMissedTheCall() {
        centre.setUp("update queue set offer_timeout_ms = 3000");
        signIn();
        OutgoingCall customer = customer();
        IncomingCall voicemail = mobile.awaitRinging(SOON);
        voicemail.awaitTalking(SOON);
        voicemail.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.BUSY);
        customer.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_QUEUE");
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatRefusesHasMissedTheCall() {
        mobile.onCall(AnswerPlan.reject(486));
        signIn();
        OutgoingCall customer = customer();
        centre.awaitState(1001, AgentState.BUSY);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void withoutConfirmationTheAnswerIsEnough() {
        centre.setUp("insert into setting (tenant_id, name, content) values ('default', 'confirmOutside', 'false')");
        signIn();
        OutgoingCall customer = customer();
        IncomingCall agent = mobile.awaitRinging(SOON);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        agent.hangUp();
        customer.awaitEnded(SOON);
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aMadeCallRingsTheMobileFirstAndTheCustomerOnceItIsConfirmed() throws Exception {
        SimulatedPhone customers = carrier.phone(new PhoneAccount("13933334444", null, centre.sipAddress()))
                .saying(Sound.tone(CUSTOMER))
                .onCall(AnswerPlan.after(Duration.ZERO));
        signIn();
        CallDesk.Made made =
                centre.centre().calls().make("8001", "13933334444", null).get(10, TimeUnit.SECONDS);
        assertThat(made.refusal()).isNull();
        IncomingCall agent = mobile.awaitRinging(SOON);
        assertThat(agent.inviteText()).doesNotContain("13933334444");
        agent.audio().awaitSound(SOON);
        assertThat(customers.calls()).isEmpty();
        agent.sendDigits("1");
        IncomingCall customer = customers.awaitRinging(SOON);
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        customer.hangUp();
        agent.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueReachesTheMobileByTheExtension() {
        SimulatedPhone colleague = colleague();
        signIn();
        OutgoingCall call = colleague.call("8001");
        IncomingCall agent = mobile.awaitRinging(SOON);
        agent.audio().awaitSound(SOON);
        agent.sendDigits("1");
        hears(call, AGENT);
        hears(agent, COLLEAGUE);
        call.hangUp();
        agent.awaitEnded(SOON);
        centre.awaitNothingLeft();
    }

    @Test
    void whoSignsOutLeavesTheDeviceAndARestartOfTheSetUpDoesNot() {
        signIn();
        centre.setUp();
        assertThat(centre.rows("select agent_id, kind, number from agent_device"))
                .containsExactly(Map.of("agent_id", "1001", "kind", "OUTSIDE", "number", MOBILE));
        customerIsOfferedAt(mobile);
        centre.ask(1001, Action.SIGN_OUT);
        await("the device is left").atMost(SOON).until(() -> centre.rows("select * from agent_device")
                .isEmpty());
        assertThat(centre.ask(1001, Action.SIGN_IN)).isEqualTo(AgentRequest.PHONE_NOT_REGISTERED);
    }

    private void customerIsOfferedAt(SimulatedPhone phone) {
        OutgoingCall customer = customer();
        phone.awaitRinging(SOON).awaitTalking(SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void whatMayNotRingIsRefused() {
        assertThat(centre.workAt(1002, Action.SIGN_IN, MOBILE)).isEqualTo(AgentRequest.OUTSIDE_PHONE_NOT_PERMITTED);
        assertThat(centre.workAt(1001, Action.SIGN_IN, "15000000000")).isEqualTo(AgentRequest.NO_SUCH_DEVICE);
        centre.setUp("update agent set outside_phone = true where id = '1002'");
        signIn();
        assertThat(centre.workAt(1002, Action.SIGN_IN, MOBILE)).isEqualTo(AgentRequest.DEVICE_TAKEN);
        assertThat(centre.stateOf(1002)).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(centre.rows("select * from agent_device")).hasSize(1);
    }

    private void signIn() {
        assertThat(centre.workAt(1001, Action.SIGN_IN, MOBILE)).isNull();
        centre.awaitState(1001, AgentState.IDLE);
    }

    private void ask(Service service, String target) {
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        try {
            assertThat(centre.centre()
                            .calls()
                            .ask(call, service, "8001", target)
                            .get(10, TimeUnit.SECONDS))
                    .isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }
}
