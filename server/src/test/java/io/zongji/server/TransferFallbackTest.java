package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Service;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a customer whom nobody takes after a blind transfer, as the queue is set up. */
class TransferFallbackTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int BEEP = 1000;

    private SimulatedPhone agentsPhone;
    private SimulatedPhone colleaguesPhone;
    private OutgoingCall customer;
    private IncomingCall agent;

    @BeforeEach
    void customerAndAgentTalk() {
        agentsPhone = centre.phoneOf(1001).saying(Sound.tone(AGENT)).onCall(AnswerPlan.after(Duration.ZERO));
        colleaguesPhone = centre.phoneOf(1002).onCall(AnswerPlan.reject(603));
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        agent = agentsPhone.awaitRinging(SOON);
        hears(customer, AGENT);
    }

    @Test
    void theCustomerIsLetGoUnlessTheQueueSaysOtherwise() {
        agent.sendDigits("*88002#");
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "declined");
        assertThat(failures()).containsExactly("declined");
        centre.awaitNothingLeft();
    }

    @Test
    void aBusyColleagueIsTheCauseInTheRecord() {
        rest(1002);
        agent.sendDigits("*88002#");
        customer.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "busy");
        assertThat(failures()).containsExactly("busy");
        centre.awaitNothingLeft();
    }

    @Test
    void theCustomerComesBackToTheAgentWhoseTransferFailed() {
        onTransferFailed("return");
        agent.sendDigits("*88002#");
        agent.awaitEnded(SOON);
        IncomingCall again = agentsPhone.awaitRinging(SOON);
        hears(again, CUSTOMER);
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(failures()).containsExactly("declined");
        centre.awaitNothingLeft();
    }

    @Test
    void theCustomerHearsMusicUntilTheAgentIsBackAndACallThatIsNotAnsweredComesBackToo() {
        onTransferFailed("return");
        colleaguesPhone.onCall(AnswerPlan.manual());
        assertThat(transfer("8002")).isTrue();
        colleaguesPhone.awaitRinging(SOON).awaitEnded(SOON);
        customer.audio().awaitSound(SOON);
        hears(agentsPhone.awaitRinging(SOON), CUSTOMER);
        assertThat(failures()).containsExactly("noAnswer");
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhoDoesNotTakeTheCustomerBackLeavesThemToTheQueue() {
        onTransferFailed("return");
        agentsPhone.onCall(AnswerPlan.reject(603));
        agent.sendDigits("*88002#");
        centre.awaitWaiting(1);
        assertThat(failures()).containsExactly("declined", "declined");
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhoDialledABusyColleagueKeepsTheCustomer() {
        onTransferFailed("return");
        rest(1002);
        agent.sendDigits("*88002#");
        await("the beep").atMost(SOON).until(() -> !agent.audio().hears(CUSTOMER));
        hears(agent, CUSTOMER);
        hears(customer, AGENT);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aCodeThatIsNotPossibleInAConsultationCostsNobodyTheCall() {
        colleaguesPhone.onCall(AnswerPlan.after(Duration.ZERO));
        agent.sendDigits("*78002#");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        await("the consultation").atMost(SOON).until(() -> colleague.audio().hearsAmongOthers(AGENT));
        agent.audio().keep();
        agent.sendDigits("*88002#");
        await("the beep").atMost(SOON).until(() -> agent.audio().keptTone(BEEP).toMillis() > 100);
        // Who hangs up in a consultation hands over.
        agent.hangUp();
        await("the colleague").atMost(SOON).until(() -> colleague.audio().hearsAmongOthers(CUSTOMER));
        customer.hangUp();
        centre.awaitRecords(1);
        assertThat(failures()).isEmpty();
        centre.awaitNothingLeft();
    }

    @Test
    void theCustomerWaitsInTheQueueAgain() {
        onTransferFailed("queue");
        rest(1002);
        agent.sendDigits("*88002#");
        agent.awaitEnded(SOON);
        hears(agentsPhone.awaitRinging(SOON), CUSTOMER);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void theCustomerIsLedToAFlow() {
        onTransferFailed("flow:hotline");
        assertThat(transfer("8002")).isTrue();
        agent.awaitEnded(SOON);
        await("the flow")
                .atMost(SOON)
                .until(() -> eventTypes().contains("FLOW_STARTED")
                        && eventTypes().lastIndexOf("FLOW_STARTED")
                                > eventTypes().indexOf("TRANSFER_FAILED"));
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aQueueWithoutAgentsSendsTheCustomerWhereTheFirstQueueSays() {
        emptyQueueAfterWhich("queue");
        assertThat(transfer("queue:empty")).isTrue();
        agent.awaitEnded(SOON);
        hears(agentsPhone.awaitRinging(SOON), CUSTOMER);
        hears(customer, AGENT);
        assertThat(offers()).isEqualTo(2);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aQueueWithoutAgentsSendsTheCustomerBackToTheAgentWhoseWrapUpGoesOnAfterwards() {
        emptyQueueAfterWhich("return");
        centre.setUp("update agent set wrap_up_ms = 600000 where id = '1001'");
        centre.signIn(1002);
        assertThat(transfer("queue:empty")).isTrue();
        agent.awaitEnded(SOON);
        hears(agentsPhone.awaitRinging(SOON), CUSTOMER);
        hears(customer, AGENT);
        assertThat(offers()).as("the agent is rung, not who is free").isEqualTo(1);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitState(1001, AgentState.WRAP_UP);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhoDoesNotTakeTheCustomerBackFromAQueueWithoutAgentsLeavesThemToTheFirst() {
        emptyQueueAfterWhich("return");
        agentsPhone.onCall(AnswerPlan.reject(603));
        assertThat(transfer("queue:empty")).isTrue();
        centre.awaitWaiting(1);
        assertThat(failures()).containsExactly("declined");
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhoRestsByNowIsNotRungAgainForTheCustomer() {
        emptyQueueAfterWhich("return");
        colleaguesPhone.onCall(AnswerPlan.after(Duration.ZERO)).saying(Sound.tone(AGENT));
        centre.signIn(1002);
        centre.ask(1001, AgentRequest.Action.REST);
        assertThat(transfer("queue:empty")).isTrue();
        hears(colleaguesPhone.awaitRinging(SOON), CUSTOMER);
        assertThat(offers()).isEqualTo(2);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aQueueWithoutAgentsLeadsTheCustomerToAFlow() {
        emptyQueueAfterWhich("flow:hotline");
        assertThat(transfer("queue:empty")).isTrue();
        agent.awaitEnded(SOON);
        await("the flow")
                .atMost(SOON)
                .until(() -> eventTypes().contains("DIVERTED")
                        && eventTypes().lastIndexOf("FLOW_STARTED")
                                > eventTypes().indexOf("DIVERTED"));
        customer.audio().awaitSound(SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private long offers() {
        return eventTypes().stream().filter("OFFERED"::equals).count();
    }

    private void emptyQueueAfterWhich(String fallback) {
        centre.setUp(
                "update queue set on_transfer_failed = '" + fallback + "' where id = 'support'",
                "insert into queue (id, tenant_id, name, strategy, announcement, music, offer_timeout_ms, wrap_up_ms,"
                        + " refuse_without_agents, language)"
                        + " values ('empty', 'default', 'empty', 'LONGEST_IDLE', '', '', 2000, 0, true, 'en')");
    }

    @Test
    void anAgentWhoAnswersByPhoneAloneHearsAToneFirst() {
        customer.hangUp();
        agent.awaitEnded(SOON);
        centre.setUp("update agent set auto_answer = true where id = '1001'");
        agentsPhone.onCall(AnswerPlan.manual());
        centre.awaitState(1001, AgentState.IDLE);
        OutgoingCall silent = centre.caller().call("support");
        IncomingCall offer = agentsPhone.awaitRinging(SOON);
        assertThat(offer.inviteHeader("Call-Info")).endsWith(";answer-after=0");
        assertThat(offer.inviteHeader("Alert-Info")).contains("info=alert-autoanswer");
        assertThat(offer.inviteHeader("Answer-Mode")).isEqualTo("Auto");
        offer.answer();
        offer.audio().awaitSound(SOON);
        hears(silent, AGENT);
        silent.hangUp();
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    private void onTransferFailed(String fallback) {
        centre.setUp("update queue set on_transfer_failed = '" + fallback + "' where id = 'support'");
    }

    private void rest(int who) {
        centre.signIn(who);
        centre.ask(who, AgentRequest.Action.REST);
        centre.awaitState(who, AgentState.REST);
    }

    private boolean transfer(String target) {
        try {
            return centre.centre()
                    .calls()
                    .ask(
                            centre.centre()
                                    .liveBoard()
                                    .snapshot()
                                    .calls()
                                    .get(0)
                                    .call(),
                            Service.SINGLE_STEP_TRANSFER,
                            "8001",
                            target)
                    .get(10, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }

    private List<Object> failures() {
        return events().stream()
                .filter(event -> event.get("event_type").equals("TRANSFER_FAILED"))
                .map(event -> event.get("detail").toString().replaceAll(".*\"cause\":\"(\\w+)\".*", "$1"))
                .map(Object.class::cast)
                .toList();
    }

    private List<Object> eventTypes() {
        return events().stream().map(event -> event.get("event_type")).toList();
    }

    private List<Map<String, Object>> events() {
        await("the journal is in the database").atMost(SOON).until(() -> {
            centre.centre().awaitRecords(SOON);
            return true;
        });
        return centre.rows("select event_type, detail from call_event order by sequence");
    }

    private static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
