package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.phone.StandingLegs;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent whose phone outside is called once and stays on the line between the calls. */
class NailedUpPhoneTest extends AgentsMobileTest {

    @BeforeEach
    void aColleagueWithAMobile() {
        centre.setUp("update agent set outside_phone = true where id = '1002'");
    }

    @Test
    void thePhoneIsCalledOnceAndEveryCallIsConnectedIntoItsLeg() {
        IncomingCall leg = standing();
        for (int call = 1; call <= 2; call++) {
            OutgoingCall customer = customer();
            centre.awaitState(1001, AgentState.OFFERED);
            leg.sendDigits("1");
            hears(leg, CUSTOMER);
            hears(customer, AGENT);
            centre.awaitState(1001, AgentState.TALKING);
            customer.hangUp();
            centre.awaitRecords(call);
            centre.awaitState(1001, AgentState.IDLE);
            hears(leg);
        }
        assertThat(mobile.calls()).containsExactly(leg);
        assertThat(leg.inviteText()).contains("02087654321");
        assertThat(centre.rows("select agent_id, outcome from call_record"))
                .containsOnly(Map.of("agent_id", "1001", "outcome", "ANSWERED"));
        assertThat(centre.rows("select * from call_leg").toString()).doesNotContain(MOBILE);
        signOutEnds(leg);
    }

    @Test
    void aCallIsTakenAtTheDeskAndLeftThere() {
        IncomingCall leg = standing();
        OutgoingCall customer = customer();
        centre.awaitState(1001, AgentState.OFFERED);
        await("is asked to answer").atMost(SOON).until(() -> ask(Service.ANSWER, ""));
        hears(customer, AGENT);
        assertThat(ask(Service.HOLD, "")).isTrue();
        hears(leg);
        assertThat(ask(Service.RETRIEVE, "")).isTrue();
        hears(leg, CUSTOMER);
        assertThat(ask(Service.CLEAR_CONNECTION, "")).isTrue();
        customer.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        signOutEnds(leg);
    }

    @Test
    void whoAnswersByItselfHearsATone() {
        centre.setUp("update agent set auto_answer = true where id = '1001'");
        IncomingCall leg = standing();
        OutgoingCall customer = customer();
        hears(customer, AGENT);
        hears(leg, CUSTOMER);
        customer.hangUp();
        centre.awaitRecords(1);
        signOutEnds(leg);
    }

    @Test
    void aCallIsConsultedOnAndHandedOnByTheKeysAndTheLegStays() {
        SimulatedPhone colleague = colleague();
        IncomingCall leg = standing();
        OutgoingCall customer = taken(leg);
        leg.sendDigits("*78002#");
        IncomingCall consulted = colleague.awaitRinging(SOON);
        hears(leg, COLLEAGUE);
        assertThat(ask(Service.TRANSFER, "")).isTrue();
        hears(customer, COLLEAGUE);
        hears(consulted, CUSTOMER);
        hears(leg);
        centre.awaitState(1001, AgentState.IDLE);
        recordedWithoutTheAgent();

        OutgoingCall next = taken(leg);
        hears(next, AGENT);
        hears(customer, COLLEAGUE);
        next.hangUp();
        customer.hangUp();
        centre.awaitRecords(2);
        signOutEnds(leg);
    }

    @Test
    void aCallIsHandedOnBlindByTheKeysAndTheLegStays() {
        SimulatedPhone colleague = colleague();
        IncomingCall leg = standing();
        OutgoingCall customer = taken(leg);
        leg.sendDigits("*88002#");
        IncomingCall handedOn = colleague.awaitRinging(SOON);
        hears(customer, COLLEAGUE);
        hears(handedOn, CUSTOMER);
        centre.awaitState(1001, AgentState.IDLE);
        hears(leg);
        recordedWithoutTheAgent();

        OutgoingCall next = taken(leg);
        next.hangUp();
        customer.hangUp();
        centre.awaitRecords(2);
        signOutEnds(leg);
    }

    @Test
    void aBlindTransferThatNobodyTakesLetsTheCustomerGoAndTheLegStays() {
        colleague().onCall(AnswerPlan.reject(603));
        IncomingCall leg = standing();
        OutgoingCall customer = taken(leg);
        leg.sendDigits("*88002#");
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "declined");
        centre.awaitState(1001, AgentState.IDLE);
        hears(leg);
        signOutEnds(leg);
    }

    @Test
    void aSupervisorListensToACallAtTheLineAndJoinsIt() throws Exception {
        SimulatedPhone supervisorsPhone = colleague();
        IncomingCall leg = standing();
        OutgoingCall customer = taken(leg);
        join(SupervisorMode.LISTEN);
        IncomingCall supervisor = supervisorsPhone.awaitRinging(SOON);
        hears(supervisor, CUSTOMER, AGENT);
        hears(customer, AGENT);
        hears(leg, CUSTOMER);

        join(SupervisorMode.WHISPER);
        hears(leg, CUSTOMER, COLLEAGUE);
        hears(customer, AGENT);

        join(SupervisorMode.BARGE_IN);
        hears(customer, AGENT, COLLEAGUE);
        hears(supervisor, CUSTOMER, AGENT);
        customer.hangUp();
        supervisor.awaitEnded(SOON);
        centre.awaitRecords(1);
        centre.awaitState(1001, AgentState.IDLE);
        hears(leg);
        signOutEnds(leg);
    }

    @Test
    void whoHangsUpInTheTalkEndsTheCallAndIsRungAgainWhenReady() {
        IncomingCall leg = standing();
        OutgoingCall customer = taken(leg);
        leg.hangUp();
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("released_by", "agent");
        centre.awaitState(1001, AgentState.LOST);
        ready();
        IncomingCall again = pickedUp();
        centre.awaitState(1001, AgentState.IDLE);
        hears(taken(again), AGENT);
        signOutEndsCallFirst(again);
    }

    @Test
    void whoHangsUpBetweenCallsGetsNone() {
        IncomingCall leg = standing();
        leg.hangUp();
        centre.awaitState(1001, AgentState.LOST);
        OutgoingCall customer = customer();
        ready();
        IncomingCall again = pickedUp();
        centre.awaitState(1001, AgentState.OFFERED);
        again.sendDigits("1");
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        signOutEnds(again);
    }

    @Test
    void whoHangsUpWhileACallIsOfferedHasNotTakenIt() {
        IncomingCall leg = standing();
        OutgoingCall customer = customer();
        centre.awaitState(1001, AgentState.OFFERED);
        leg.hangUp();
        centre.awaitState(1001, AgentState.LOST);
        customer.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_QUEUE");
        centre.ask(1001, Action.SIGN_OUT);
        centre.awaitNothingLeft();
    }

    @Test
    void aCallThatTheAgentMakesHasTheLegAtOnce() throws Exception {
        SimulatedPhone customers = carrier.phone(new PhoneAccount("13933334444", null, centre.sipAddress()))
                .saying(Sound.tone(CUSTOMER))
                .onCall(AnswerPlan.after(Duration.ZERO));
        IncomingCall leg = standing();
        CallDesk.Made made =
                centre.centre().calls().make("8001", "13933334444", null).get(10, TimeUnit.SECONDS);
        assertThat(made.refusal()).isNull();
        IncomingCall customer = customers.awaitRinging(SOON);
        hears(leg, CUSTOMER);
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        signOutEnds(leg);
    }

    @Test
    void aCallMovesAwayToADeskPhoneAndTheLegEnds() {
        IncomingCall leg = standing();
        OutgoingCall customer = taken(leg);
        SimulatedPhone desk =
                centre.phoneOf(1001).saying(Sound.tone(COLLEAGUE)).onCall(AnswerPlan.after(Duration.ZERO));
        assertThat(centre.stayAt(1001, Action.CHOOSE_DEVICE, "13955556666"))
                .isEqualTo(AgentRequest.STANDING_LEG_IN_CALL);
        assertThat(centre.workAt(1001, Action.CHOOSE_DEVICE, null)).isNull();
        IncomingCall moved = desk.awaitRinging(SOON);
        hears(customer, COLLEAGUE);
        hears(moved, CUSTOMER);
        leg.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void whatTheCarrierBillsIsKeptAndIsNoCall() {
        IncomingCall leg = standing();
        leg.hangUp();
        centre.awaitState(1001, AgentState.LOST);
        centre.ask(1001, Action.SIGN_OUT);
        centre.awaitNothingLeft();
        await("the leg is kept").atMost(SOON).until(() -> centre.rows("select agent_id, trunk, cause from standing_leg"
                        + " where answered_at >= began_at and ended_at >= answered_at")
                .equals(List.of(Map.of("agent_id", "1001", "trunk", "carrier", "cause", "normal"))));
        assertThat(centre.rows("select * from standing_leg").toString()).doesNotContain(MOBILE);
        assertThat(centre.rows("select * from call_record")).isEmpty();
    }

    @Test
    void aPhoneThatIsBusyLeavesItsAgentLostUntilItIsRungAgain() {
        mobile.onCall(AnswerPlan.reject(486));
        assertThat(centre.stayAt(1001, Action.SIGN_IN, MOBILE)).isNull();
        centre.awaitState(1001, AgentState.LOST);
        await("is known to be busy").atMost(SOON).until(() -> standsAt(StandingLegs.Stage.DOWN, "busy"));
        mobile.onCall(AnswerPlan.after(Duration.ZERO));
        ready();
        IncomingCall leg = pickedUp();
        await("is known to be there").atMost(SOON).until(() -> standsAt(StandingLegs.Stage.UP, ""));
        centre.awaitState(1001, AgentState.IDLE);
        signOutEnds(leg);
    }

    @Test
    void aPhoneThatNobodyPicksUpIsLeftWhenItsAgentSignsOut() {
        mobile.onCall(AnswerPlan.manual());
        assertThat(centre.stayAt(1001, Action.SIGN_IN, MOBILE)).isNull();
        IncomingCall ringing = mobile.awaitRinging(SOON);
        centre.ask(1001, Action.SIGN_OUT);
        ringing.awaitEnded(SOON);
        centre.awaitNothingLeft();
        assertThat(centre.centre().standingLegs().agents()).isEmpty();
    }

    @Test
    void whatMayNotRingIsRefused() {
        IncomingCall leg = standing();
        assertThat(centre.workAt(1002, Action.SIGN_IN, MOBILE)).isEqualTo(AgentRequest.DEVICE_TAKEN);
        assertThat(centre.stayAt(1002, Action.SIGN_IN, MOBILE)).isEqualTo(AgentRequest.DEVICE_TAKEN);
        assertThat(centre.stayAt(1003, Action.SIGN_IN, "13977778888"))
                .isEqualTo(AgentRequest.OUTSIDE_PHONE_NOT_PERMITTED);
        signOutEnds(leg);
    }

    private boolean standsAt(StandingLegs.Stage stage, String why) {
        return centre.centre()
                .standingLegs()
                .of(new AgentId("1001"))
                .equals(Optional.of(new StandingLegs.Status(stage, why)));
    }

    /** The agent's phone goes on, and what is said at it is no part of the call any more. */
    private void recordedWithoutTheAgent() {
        await("a part without the agent").atMost(SOON).until(() -> {
            List<Map<String, Object>> parts = centre.rows("select channels from recording order by started_at");
            Object agents = centre.rows("select id from call_leg where agent_id = '1001'")
                    .get(0)
                    .get("id");
            return parts.size() > 1
                    && parts.get(0).get("channels").toString().contains(agents + ":")
                    && !parts.get(parts.size() - 1).get("channels").toString().contains(agents + ":");
        });
    }

    @Test
    void whoDoesNotTakeACallIsBusyAndStaysOnTheLine() {
        centre.setUp("update queue set offer_timeout_ms = 2000");
        IncomingCall leg = standing();
        OutgoingCall customer = customer();
        centre.awaitState(1001, AgentState.OFFERED);
        leg.audio().awaitSound(SOON);
        leg.sendDigits("5");
        centre.awaitState(1001, AgentState.BUSY);
        centre.setUp("update queue set offer_timeout_ms = 30000");
        ready();
        centre.awaitState(1001, AgentState.OFFERED);
        leg.sendDigits("1");
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitState(1001, AgentState.IDLE);
        signOutEnds(leg);
    }

    @Test
    void aColleagueReachesTheLineByTheExtension() {
        IncomingCall leg = standing();
        OutgoingCall call = colleague().call("8001");
        await("it rings").atMost(SOON).until(() -> centre.centre().liveBoard().snapshot().calls().stream()
                .flatMap(one -> one.legs().stream())
                .anyMatch(one -> one.state() == ConnectionState.ALERTING));
        leg.sendDigits("1");
        hears(call, AGENT);
        hears(leg, COLLEAGUE);
        call.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        signOutEnds(leg);
    }

    private IncomingCall standing() {
        assertThat(centre.stayAt(1001, Action.SIGN_IN, MOBILE)).isNull();
        centre.awaitState(1001, AgentState.LOST);
        IncomingCall leg = pickedUp();
        centre.awaitState(1001, AgentState.IDLE);
        return leg;
    }

    /** The mobile rings, and its user says that it is no machine. */
    private IncomingCall pickedUp() {
        IncomingCall leg = mobile.awaitRinging(SOON);
        leg.audio().awaitSound(SOON);
        leg.sendDigits("1");
        return leg;
    }

    private OutgoingCall taken(IncomingCall leg) {
        OutgoingCall customer = customer();
        centre.awaitState(1001, AgentState.OFFERED);
        leg.sendDigits("1");
        hears(customer, AGENT);
        hears(leg, CUSTOMER);
        return customer;
    }

    private void ready() {
        assertThat(centre.ask(1001, Action.READY)).isNull();
    }

    private void signOutEnds(IncomingCall leg) {
        assertThat(centre.ask(1001, Action.SIGN_OUT)).isNull();
        leg.awaitEnded(SOON);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    private void signOutEndsCallFirst(IncomingCall leg) {
        assertThat(ask(Service.CLEAR_CONNECTION, "")).isTrue();
        centre.awaitState(1001, AgentState.IDLE);
        signOutEnds(leg);
    }

    /** The phone of 8002 joins the newest call. */
    private void join(SupervisorMode mode) throws Exception {
        assertThat(centre.centre()
                        .calls()
                        .join(newestCall(), "8002", mode, "supervisor")
                        .get(10, TimeUnit.SECONDS))
                .isEmpty();
    }

    private CallId newestCall() {
        var calls = centre.centre().liveBoard().snapshot().calls();
        return calls.get(calls.size() - 1).call();
    }

    /** Asks in the newest call; whether it is granted. */
    private boolean ask(Service service, String target) {
        CallId call = newestCall();
        try {
            return centre.centre()
                    .calls()
                    .ask(call, service, "8001", target)
                    .get(10, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }
}
