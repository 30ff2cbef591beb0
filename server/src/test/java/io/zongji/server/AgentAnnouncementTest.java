package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent is told what a call is about before the caller is put through, who goes on waiting meanwhile. */
class AgentAnnouncementTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;
    private static final int ANNOUNCEMENT = 1900;
    private static final int NUMBERS_ANNOUNCEMENT = 2300;

    private SimulatedPhone agentsPhone;

    @BeforeEach
    void anAgentOfAQueueWithAnAnnouncement() {
        centre.prompt("short", ANNOUNCEMENT, Duration.ofSeconds(2));
        centre.prompt("long", ANNOUNCEMENT, Duration.ofSeconds(25));
        announcement("short");
        agentsPhone = centre.phoneOf(1001).saying(Sound.tone(AGENT)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
    }

    @Test
    void theAgentIsToldWhileTheCallerWaitsAndThenTheyTalk() {
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitTone(ANNOUNCEMENT, SOON);
        assertThat(customer.audio().hearsAmongOthers(ANNOUNCEMENT)).isFalse();
        assertThat(customer.audio().hearsAmongOthers(AGENT)).isFalse();
        customer.audio().awaitTone(AGENT, SOON);
        agent.audio().awaitTone(CUSTOMER, SOON);
        centre.awaitState(1001, AgentState.TALKING);
        centre.pause(Duration.ofSeconds(1));
        customer.hangUp();

        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("outcome", "ANSWERED").containsEntry("agent_id", "1001");
        List<Map<String, Object>> events = centre.rows(
                "select event_type, occurred_at, detail from call_event where leg_id like '%-2' order by sequence");
        assertThat(events)
                .extracting(event -> event.get("event_type"))
                .containsSubsequence("SERVICE_INITIATED", "ANNOUNCED", "ESTABLISHED", "CONNECTION_CLEARED");
        OffsetDateTime announced = at(events, "ANNOUNCED");
        assertThat(Duration.between(at(events, "SERVICE_INITIATED"), announced)).isGreaterThan(Duration.ofMillis(1900));
        assertThat(announced).isBeforeOrEqualTo((OffsetDateTime) record.get("answered_at"));
        assertThat(centre.rows(
                        "select state from agent_event where agent_id = '1001' and occurred_at < (select occurred_at from call_event"
                                + " where event_type = 'ANNOUNCED') order by occurred_at"))
                .extracting(row -> row.get("state"))
                .endsWith("OFFERED");
        assertThat(centre.ledger()).containsEntry("missing_ms", 0L);
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void whatTheNumberSaysIsHeardInsteadOfWhatTheQueueSays() {
        centre.prompt("number", NUMBERS_ANNOUNCEMENT, Duration.ofSeconds(2));
        centre.setUp("update dialled_number set agent_announcement = 'number' where number = 'support'");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitTone(NUMBERS_ANNOUNCEMENT, SOON);
        customer.audio().awaitTone(AGENT, SOON);
        customer.hangUp();

        centre.awaitRecords(1);
        assertThat(centre.rows("select detail from call_event where event_type = 'ANNOUNCED'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("detail").toString())
                        .contains("number")
                        .doesNotContain("short"));
        centre.awaitNothingLeft();
    }

    @Test
    void thePhoneHasStoppedRingingSoTheTimeOfRingingEndsNothing() {
        announcement("short,short");
        OutgoingCall customer = customer();
        customer.audio().awaitTone(AGENT, SOON);
        assertThat(agentsPhone.calls()).hasSize(1);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhoHangsUpWhileListeningHasDeclinedAndTheCallerKeepsThePlace() {
        announcement("long");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitTone(ANNOUNCEMENT, SOON);
        agent.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitWaiting(1);
        announcement("");
        SimulatedPhone other =
                centre.phoneOf(1002).saying(Sound.tone(COLLEAGUE)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1002);
        other.awaitRinging(SOON);
        customer.audio().awaitTone(COLLEAGUE, SOON);
        customer.hangUp();

        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("agent_id", "1002");
        assertDeclined();
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void theDeskShowsTheAnnouncementAndHangsUpAsThePhoneDoes() {
        announcement("long");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitTone(ANNOUNCEMENT, SOON);
        await("the live view shows the announcement").atMost(SOON).until(() -> !live().announcing()
                .isEmpty());
        assertThat(live().stage()).isEqualTo(CallStage.RINGING);
        assertThat(hangUpAtTheDesk("8002")).contains(Refusal.NOT_TALKING);
        assertThat(hangUpAtTheDesk("8001")).isEmpty();
        agent.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitWaiting(1);
        assertThat(live().announcing()).isEmpty();
        customer.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_QUEUE");
        assertDeclined();
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void theDeskDeclinesWhatRingsAtThePhone() {
        announcement("");
        agentsPhone.onCall(AnswerPlan.manual());
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        assertThat(hangUpAtTheDesk("8001")).isEmpty();
        agent.awaitEnded(SOON);
        centre.awaitState(1001, AgentState.IDLE);
        centre.awaitWaiting(1);
        customer.hangUp();
        centre.awaitRecords(1);
        assertDeclined();
        centre.awaitNothingLeft();
    }

    @Test
    void theDeskMayHangUpWhileTheCustomerIsToldTheNumberOfTheAgent() {
        announcement("");
        centre.prompt("agent-number-before", ANNOUNCEMENT, Duration.ofSeconds(25));
        centre.setUp("update queue set announce_agent_number = true");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        customer.audio().awaitTone(ANNOUNCEMENT, SOON);
        centre.awaitState(1001, AgentState.TALKING);
        centre.ask(1001, AgentRequest.Action.BUSY);
        assertThat(hangUpAtTheDesk("8001")).isEmpty();
        agent.awaitEnded(SOON);
        centre.awaitWaiting(1);
        customer.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_IN_QUEUE");
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void anAnnouncementOfMoreThanHalfAMinuteIsCutOffAndTheyTalk() {
        centre.prompt("endless", ANNOUNCEMENT, Duration.ofSeconds(120));
        announcement("endless");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitTone(ANNOUNCEMENT, SOON);
        customer.audio().awaitTone(AGENT, Duration.ofSeconds(60));
        agent.audio().awaitTone(CUSTOMER, SOON);
        customer.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        assertThat(centre.rows("select detail from call_event where event_type = 'ANNOUNCED'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("detail").toString()).contains("endless", "tooLong"));
        centre.awaitNothingLeft();
    }

    @Test
    void aCallerWhoHangsUpMeanwhileHasGivenUpAndTheAgentIsFreeAtOnce() {
        announcement("long");
        centre.setUp("update queue set wrap_up_ms = 60000");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().awaitTone(ANNOUNCEMENT, SOON);
        customer.hangUp();
        agent.awaitEnded(SOON);

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ABANDONED_WHILE_RINGING");
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(centre.answeredToday()).isZero();
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    @Test
    void whatCannotBePlayedIsToldInTheJournalAndKeepsNobodyWaiting() {
        announcement("nobody-recorded-this");
        centre.setUp("update agent set auto_answer = true where id = '1001'");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        customer.audio().awaitTone(AGENT, SOON);
        agent.audio().awaitTone(CUSTOMER, SOON);
        customer.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        assertThat(centre.rows("select detail from call_event where event_type = 'ANNOUNCED'"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get("detail").toString()).contains("nobody-recorded-this", "promptUnavailable"));
        centre.awaitNothingLeft();
    }

    @Test
    void theToneOfAPhoneThatAnswersByItselfComesFirst() {
        centre.setUp("update agent set auto_answer = true where id = '1001'");
        OutgoingCall customer = customer();
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        await("a tone that is not the announcement")
                .atMost(SOON)
                .until(() -> agent.audio().hearsSound() && !agent.audio().hearsAmongOthers(ANNOUNCEMENT));
        agent.audio().awaitTone(ANNOUNCEMENT, SOON);
        customer.audio().awaitTone(AGENT, SOON);
        customer.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private void announcement(String prompts) {
        centre.setUp("update queue set agent_announcement = '" + prompts + "' where id = 'support'");
    }

    private LiveCall live() {
        await("the call is shown").atMost(SOON).until(() -> !calls().isEmpty());
        return calls().get(0);
    }

    private List<LiveCall> calls() {
        return centre.centre().liveBoard().snapshot().calls();
    }

    private Optional<Refusal> hangUpAtTheDesk(String extension) {
        return centre.centre()
                .calls()
                .ask(live().call(), Service.CLEAR_CONNECTION, extension, "")
                .join();
    }

    private void assertDeclined() {
        assertThat(centre.rows("select detail from call_event where event_type = 'OFFER_REFUSED'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("detail").toString()).contains("declined"));
    }

    private OutgoingCall customer() {
        return centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
    }

    private static OffsetDateTime at(List<Map<String, Object>> events, String type) {
        return events.stream()
                .filter(event -> event.get("event_type").equals(type))
                .map(event -> (OffsetDateTime) event.get("occurred_at"))
                .findFirst()
                .orElseThrow();
    }
}
