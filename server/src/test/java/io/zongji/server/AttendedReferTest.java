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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones that hold a customer, call a colleague themselves, and join the two by REFER with Replaces (RFC 3891). */
class AttendedReferTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;

    private SimulatedPhone agentsPhone;
    private SimulatedPhone colleaguesPhone;
    private OutgoingCall customer;
    private IncomingCall agent;

    @BeforeEach
    void theAgentHoldsACustomer() {
        agentsPhone = phone(1001, AGENT).lines(2);
        colleaguesPhone = phone(1002, COLLEAGUE);
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        agent = agentsPhone.awaitRinging(SOON);
        agent.awaitTalking(SOON);
        hears(customer, AGENT);
        centre.ask(1001, AgentRequest.Action.BUSY);
        agent.hold();
        agent.awaitHeldByUs(true, SOON);
    }

    @Test
    void customerAndColleagueAreJoinedAndThePhoneIsFree() {
        centre.signIn(1002);
        OutgoingCall question = agentsPhone.call("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(question, COLLEAGUE);
        hears(colleague, AGENT);

        agent.referTo(question);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        agent.awaitEnded(SOON);
        question.awaitEnded(SOON);
        assertThat(agent.referral()).containsExactly(202, 100, 200);
        centre.awaitState(1001, AgentState.BUSY);
        centre.awaitState(1002, AgentState.TALKING);

        colleague.hangUp();
        customer.awaitEnded(SOON);
        centre.awaitState(1002, AgentState.IDLE);
        List<Map<String, Object>> records = centre.awaitRecords(2);
        assertThat(records.get(0))
                .containsEntry("direction", "INBOUND")
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("agent_id", "1002")
                .containsEntry("released_by", "agent");
        assertThat(records.get(1))
                .containsEntry("direction", "INTERNAL")
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("agent_id", "1001")
                .containsEntry("released_by", "agent");
        centre.awaitNothingLeft();
    }

    @Test
    void thePhoneMaySendItsReferInTheCallThatItHasMade() {
        centre.signIn(1002);
        OutgoingCall question = agentsPhone.call("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(question, COLLEAGUE);

        question.referTo(agent);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        agent.awaitEnded(SOON);
        question.awaitEnded(SOON);
        assertThat(question.referral()).containsExactly(202, 100, 200);
        centre.awaitState(1001, AgentState.BUSY);
        centre.awaitState(1002, AgentState.TALKING);

        // The colleague goes on the same way: the dialog belongs to the customer's call by now.
        SimulatedPhone thirdPhone = phone(1003, AGENT);
        OutgoingCall further = colleaguesPhone.lines(2).call("8003");
        IncomingCall third = thirdPhone.awaitRinging(SOON);
        hears(further, AGENT);
        further.referTo(colleague);
        hears(customer, AGENT);
        hears(third, CUSTOMER);
        colleague.awaitEnded(SOON);
        further.awaitEnded(SOON);
        customer.hangUp();
        third.awaitEnded(SOON);
        assertThat(centre.awaitRecords(3))
                .extracting(row -> row.get("direction") + " " + row.get("agent_id"))
                .containsExactly("INBOUND 1003", "INTERNAL 1001", "INTERNAL 1002");
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void aReferInTheOwnCallThatCannotBeDoneLeavesBothCalls() {
        OutgoingCall question = agentsPhone.call("8002");
        colleaguesPhone.awaitRinging(SOON);
        hears(question, COLLEAGUE);
        SimulatedPhone third = centre.phoneOf(1003).onCall(AnswerPlan.after(Duration.ZERO));
        phone(1004, AGENT);
        OutgoingCall others = third.call("8004");
        others.awaitTalking(SOON);
        question.referTo(others);
        await("the refusal").atMost(SOON).until(() -> question.referral().stream()
                .anyMatch(status -> status >= 400));
        hears(question, COLLEAGUE);
        assertThat(agent.state()).isEqualTo(CallState.TALKING);
        question.hangUp();
        agent.retrieve();
        hears(customer, AGENT);
        customer.hangUp();
        others.hangUp();
        centre.awaitRecords(3);
        centre.awaitNothingLeft();
    }

    @Test
    void twoRefersAtOnceJoinOnce() {
        OutgoingCall question = agentsPhone.call("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(question, COLLEAGUE);
        question.referTo(agent);
        agent.referTo(question);
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        agent.awaitEnded(SOON);
        question.awaitEnded(SOON);
        customer.hangUp();
        colleague.awaitEnded(SOON);
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void aPhoneThatDoesNotWaitForTheOutcomeLeavesTheTwoTogether() {
        OutgoingCall question = agentsPhone.call("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(question, COLLEAGUE);
        agent.referTo(question);
        await("the answer").atMost(SOON).until(() -> agent.referral().contains(202));
        agent.hangUp();
        hears(customer, COLLEAGUE);
        hears(colleague, CUSTOMER);
        question.awaitEnded(SOON);
        customer.hangUp();
        colleague.awaitEnded(SOON);
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoHasNotAnsweredIsRungForTheCustomer() {
        centre.signIn(1002);
        colleaguesPhone.onCall(AnswerPlan.manual());
        OutgoingCall question = agentsPhone.call("8002");
        IncomingCall first = colleaguesPhone.awaitRinging(SOON);
        question.awaitRinging(SOON);
        agent.referTo(question);
        first.awaitEnded(SOON);
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        assertThat(colleague.peer()).isEqualTo(customer.phone().account().user());
        colleague.answer();
        hears(customer, COLLEAGUE);
        agent.awaitEnded(SOON);
        assertThat(agent.referral()).startsWith(202, 100).endsWith(200);
        customer.hangUp();
        centre.awaitRecords(2);
        centre.awaitState(1002, AgentState.IDLE);
        centre.awaitNothingLeft();
    }

    @Test
    void aCallThatIsNotThePhonesOwnIsRefused() {
        SimulatedPhone third = centre.phoneOf(1003).onCall(AnswerPlan.manual());
        OutgoingCall others = third.call("8002");
        others.awaitTalking(SOON);
        agent.referTo(others);
        await("the refusal").atMost(SOON).until(() -> agent.referral().contains(403));
        agent.referRaw("<sip:8002@127.0.0.1?Replaces=nothing%3Bto-tag%3Da%3Bfrom-tag%3Db>");
        await("the refusal").atMost(SOON).until(() -> agent.referral().contains(481));
        agent.referRaw("<sip:8002@127.0.0.1?Replaces=nothing>");
        await("the refusal").atMost(SOON).until(() -> agent.referral().contains(400));
        assertThat(agent.referral()).containsExactly(202, 100, 403, 202, 100, 481, 400);
        assertThat(agent.state()).isEqualTo(CallState.TALKING);
        assertThat(others.state()).isEqualTo(CallState.TALKING);
        agent.retrieve();
        hears(customer, AGENT);
        customer.hangUp();
        others.hangUp();
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void aColleagueWhoHangsUpInTheSameMomentLeavesNothing() {
        OutgoingCall question = agentsPhone.call("8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(question, COLLEAGUE);
        agent.referTo(question);
        colleague.hangUp();
        colleague.awaitEnded(SOON);
        // Joined before or not: the phone is told, and the customer is with somebody or let go.
        await("the phone is told")
                .atMost(SOON)
                .until(() -> agent.state() == CallState.ENDED
                        || agent.referral().stream().anyMatch(status -> status >= 300));
        customer.hangUp();
        question.hangUp();
        centre.awaitRecords(2);
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
}
