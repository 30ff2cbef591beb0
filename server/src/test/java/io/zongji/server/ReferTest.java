package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.CallState;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones that hand a call on by their transfer key, which sends REFER (RFC 3515, RFC 5589). */
class ReferTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;

    private OutgoingCall customer;
    private IncomingCall agent;
    private SimulatedPhone colleaguesPhone;

    @BeforeEach
    void customerAndAgentTalk() {
        SimulatedPhone agentsPhone = phone(1001, AGENT);
        colleaguesPhone = phone(1002, COLLEAGUE);
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        agent = agentsPhone.awaitRinging(SOON);
        agent.awaitTalking(SOON);
        hears(customer, AGENT);
    }

    @Test
    void aReferredCustomerTalksWithTheColleagueAndTheAgentIsFree() {
        agent.refer("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        agent.awaitEnded(SOON);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        assertThat(agent.referral()).startsWith(202, 100).endsWith(200);
        assertThat(colleague.peer()).isEqualTo(customer.phone().account().user());
        centre.awaitState(1001, AgentState.IDLE);
        customer.hangUp();
        colleague.awaitEnded(SOON);
        centre.awaitRecords(1);
        assertThat(eventTypes()).contains("TRANSFERRED");
        centre.awaitNothingLeft();
    }

    @Test
    void theCustomerHearsMusicAndThePhoneOfTheProgressUntilTheColleagueAnswers() {
        colleaguesPhone.onCall(AnswerPlan.manual());
        agent.hold();
        agent.awaitHeldByUs(true, SOON);
        agent.refer("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        await("the phone is told").atMost(SOON).until(() -> agent.referral().contains(180));
        customer.audio().awaitSound(SOON);
        hears(customer);
        colleague.answer();
        hears(customer, COLLEAGUE);
        agent.awaitEnded(SOON);
        assertThat(agent.referral()).containsExactly(202, 100, 180, 200);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoDeclinesLeavesTheCustomerWithTheAgent() {
        colleaguesPhone.onCall(AnswerPlan.rejectAfter(Duration.ofMillis(200), 603));
        agent.refer("8002");
        await("the phone is told").atMost(SOON).until(() -> agent.referral().contains(603));
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        // And it may try again.
        colleaguesPhone.onCall(AnswerPlan.after(Duration.ZERO));
        agent.refer("8002");
        hears(customer, COLLEAGUE);
        agent.awaitEnded(SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aBusyColleagueIsNotRungAndThePhoneIsTold() {
        centre.signIn(1002);
        centre.ask(1002, AgentRequest.Action.REST);
        centre.awaitState(1002, AgentState.REST);
        agent.refer("8002");
        await("the phone is told").atMost(SOON).until(() -> agent.referral().contains(486));
        assertThat(agent.referral()).containsExactly(202, 100, 486);
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatDoesNotWaitForTheOutcomeMayHangUp() {
        colleaguesPhone.onCall(AnswerPlan.manual());
        agent.refer("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        agent.hangUp();
        agent.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        customer.audio().awaitSound(SOON);
        colleague.answer();
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aCustomerWhoHangsUpWhileTheColleagueRingsEndsItForAll() {
        colleaguesPhone.onCall(AnswerPlan.manual());
        agent.refer("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        customer.hangUp();
        agent.awaitEnded(SOON);
        colleague.awaitEnded(SOON);
        assertThat(agent.referral()).last().satisfies(status -> assertThat(status)
                .isGreaterThanOrEqualTo(400));
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aNumberOfOursIsAFlow() {
        agent.refer("95000");
        agent.awaitEnded(SOON);
        assertThat(agent.referral()).containsExactly(202, 100, 200);
        customer.audio().awaitSound(SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(eventTypes()).containsSubsequence("TRANSFERRED", "FLOW_STARTED");
        centre.awaitNothingLeft();
    }

    @Test
    void aCustomerRefersNobody() {
        customer.refer("8002");
        await("the refusal").atMost(SOON).until(() -> customer.referral().contains(403));
        assertThat(customer.referral()).containsExactly(403);
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedAndTheTalkGoesOn() {
        agent.referRaw("<sip:8002@127.0.0.1;method=MESSAGE>");
        await("the refusal").atMost(SOON).until(() -> agent.referral().equals(List.of(400)));
        agent.referRaw("<http://127.0.0.1/8002>");
        await("the refusal").atMost(SOON).until(() -> agent.referral().equals(List.of(400, 400)));
        agent.refer("8999");
        await("the refusal").atMost(SOON).until(() -> agent.referral().equals(List.of(400, 400, 202, 100, 404)));
        assertThat(agent.state()).isEqualTo(CallState.TALKING);
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private SimulatedPhone phone(int agent, int tone) {
        return centre.phoneOf(agent).saying(Sound.tone(tone)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    private static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT, COLLEAGUE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }

    private List<Object> eventTypes() {
        return centre.rows("select event_type from call_event order by sequence").stream()
                .map(row -> row.get("event_type"))
                .toList();
    }
}
