package io.zongji.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallProjectionTest {
    private final CallJournal journal = new CallJournal("c1");

    @Test
    void answeredCallHasAllItsTimesAndParties() {
        journal.talking()
                .call(CallEventType.RECORDING_STARTED, CallEventData.FILE, "2026/c1.wav")
                .after(30)
                .caller(CallEventType.HELD)
                .after(7)
                .caller(CallEventType.RETRIEVED)
                .after(3)
                .callerHangsUp()
                .agent(CallEventType.CONNECTION_CLEARED)
                .cleared("caller", "normal");

        CallRecord record = journal.record();

        assertThat(record.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(record.cause()).isEqualTo(Cause.NORMAL);
        assertThat(record.releasedBy()).isEqualTo("caller");
        assertThat(record.caller()).isEqualTo("13588888888");
        assertThat(record.dialled()).isEqualTo("4008001234");
        assertThat(record.trunk()).isEqualTo("carrier");
        assertThat(record.queue()).isEqualTo(new QueueId("sales"));
        assertThat(record.agent()).isEqualTo(new AgentId("a1"));
        assertThat(record.node()).isEqualTo("menu");
        assertThat(record.recording()).isEqualTo("2026/c1.wav");
        assertThat(record.answered()).isEqualTo(CallJournal.START.plusSeconds(35));
        assertThat(record.ended()).isEqualTo(CallJournal.START.plusSeconds(75));
        assertThat(record.durations())
                .isEqualTo(new CallDurations(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(33),
                        Duration.ofSeconds(7)));
        assertThat(record.legs()).hasSize(2);
        assertThat(record.legs().get(1).agent()).isEqualTo(new AgentId("a1"));
        assertThat(record.legs().get(1).answered()).isEqualTo(record.answered());
    }

    @Test
    void theLastAgentRemainsWhenSomebodyTakesOverWhoIsNone() {
        journal.talking()
                .colleague(CallEventType.ESTABLISHED, CallEventData.ROLE, "colleague", CallEventData.AGENT, "a2")
                .colleague(CallEventType.TRANSFERRED, CallEventData.AGENT, "a2")
                .agent(CallEventType.CONNECTION_CLEARED);
        LegId extension = LegId.of(journal.id(), 4);
        journal.leg(extension, CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "colleague")
                .leg(extension, CallEventType.TRANSFERRED)
                .colleague(CallEventType.CONNECTION_CLEARED)
                .leg(extension, CallEventType.ESTABLISHED);

        assertThat(journal.record().agent()).isEqualTo(new AgentId("a2"));
    }

    @Test
    void callInProgressHasNoOutcomeYet() {
        CallRecord record = journal.ringing().record();

        assertThat(record.finished()).isFalse();
        assertThat(record.outcome()).isNull();
        assertThat(record.cause()).isNull();
    }

    @Test
    void callerHangingUpIsAbandonedWhereTheCallerWas() {
        assertThat(new CallJournal("a")
                        .inIvr()
                        .callerHangsUp()
                        .cleared("caller", "normal")
                        .record()
                        .outcome())
                .isEqualTo(Outcome.ABANDONED_IN_IVR);
        assertThat(new CallJournal("b")
                        .queued()
                        .callerHangsUp()
                        .cleared("caller", "normal")
                        .record()
                        .outcome())
                .isEqualTo(Outcome.ABANDONED_IN_QUEUE);
        assertThat(new CallJournal("c")
                        .ringing()
                        .callerHangsUp()
                        .call(CallEventType.OFFER_REFUSED)
                        .agent(CallEventType.CONNECTION_CLEARED)
                        .cleared("caller", "normal")
                        .record()
                        .outcome())
                .isEqualTo(Outcome.ABANDONED_WHILE_RINGING);
    }

    @Test
    void unansweredOfferPutsTheCallerBackToWaiting() {
        journal.ringing()
                .after(15)
                .agent(CallEventType.CONNECTION_CLEARED)
                .call(CallEventType.OFFER_REFUSED)
                .after(4)
                .callerHangsUp()
                .cleared("caller", "normal");

        assertThat(journal.record().outcome()).isEqualTo(Outcome.ABANDONED_IN_QUEUE);
        assertThat(journal.record().durations().waiting()).isEqualTo(Duration.ofSeconds(24));
        assertThat(journal.record().durations().ring()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void answerInTheMomentTheOfferEndsIsNoConversation() {
        journal.talking()
                .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1", CallEventData.CAUSE, "noAnswer")
                .agent(CallEventType.CONNECTION_CLEARED)
                .after(6)
                .callerHangsUp()
                .cleared("caller", "normal");

        assertThat(journal.record().outcome()).isEqualTo(Outcome.ABANDONED_IN_QUEUE);
        assertThat(journal.record().answered()).isNull();
        assertThat(journal.record().durations().waiting()).isEqualTo(Duration.ofSeconds(26));
    }

    @Test
    void callerIsConnectedWhileTalkingAndQueuedOtherwise() {
        assertThat(callerState(new CallJournal("a").ringing())).isEqualTo(ConnectionState.QUEUED);
        assertThat(callerState(new CallJournal("b").talking())).isEqualTo(ConnectionState.CONNECTED);
        assertThat(callerState(new CallJournal("c").talking().caller(CallEventType.HELD)))
                .isEqualTo(ConnectionState.HOLD);
        assertThat(callerState(new CallJournal("d")
                        .talking()
                        .agent(CallEventType.CONNECTION_CLEARED)
                        .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1")))
                .as("back in the queue")
                .isEqualTo(ConnectionState.QUEUED);
        assertThat(callerState(new CallJournal("e")
                        .talking()
                        .caller(CallEventType.CONNECTION_CLEARED)
                        .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1")))
                .as("gone")
                .isEqualTo(ConnectionState.NULL);
    }

    private static ConnectionState callerState(CallJournal journal) {
        return journal.record().legs().get(0).state();
    }

    @Test
    void agentWhoLeavesBeforeAWordHasNotServedTheCaller() {
        journal.talking()
                .after(3)
                .agent(CallEventType.CONNECTION_CLEARED)
                .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1", CallEventData.CAUSE, "normal")
                .caller(CallEventType.QUEUED)
                .after(6)
                .callerHangsUp()
                .cleared("caller", "normal");

        CallRecord record = journal.record();
        assertThat(record.outcome()).isEqualTo(Outcome.ABANDONED_IN_QUEUE);
        assertThat(record.answered()).isNull();
        assertThat(record.durations().talk()).isZero();
        assertThat(record.durations().ring()).isEqualTo(Duration.ofSeconds(8));
        assertThat(record.durations().waiting()).isEqualTo(Duration.ofSeconds(26));
    }

    @Test
    void secondOfferToTheSameAgentDoesNotUndoTheirFirstConversation() {
        journal.talking()
                .after(9)
                .agent(CallEventType.CONNECTION_CLEARED)
                .caller(CallEventType.QUEUED)
                .call(CallEventType.OFFERED, CallEventData.AGENT, "a1")
                .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1")
                .callerHangsUp()
                .cleared("caller", "normal");

        assertThat(journal.record().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(journal.record().durations().talk()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void flowThatRunsToItsEndServedTheCaller() {
        assertThat(journal.inIvr().cleared("system", "normal").record().outcome())
                .isEqualTo(Outcome.SERVED_BY_IVR);
    }

    @ParameterizedTest
    @CsvSource({
        "menuErrorLimit, ENDED_BY_IVR",
        "flowLimit, ENDED_BY_IVR",
        "flowError, FAILED",
        "queueFull, QUEUE_FULL",
        "queueTimeout, QUEUE_TIMEOUT",
        "noAgents, NO_AGENTS",
        "blacklisted, BLOCKED",
        "forbidden, REFUSED",
        "overload, REFUSED",
        "unallocatedNumber, REFUSED",
        "busy, NOT_ANSWERED",
        "mediaNotAcceptable, FAILED",
        "mediaTimeout, ABANDONED_IN_IVR",
        "systemRestart, CUT_OFF",
        "shutdown, CUT_OFF"
    })
    void causeOfTheSystemGivesTheOutcome(String cause, Outcome outcome) {
        assertThat(journal.inIvr().cleared("system", cause).record().outcome()).isEqualTo(outcome);
    }

    @Test
    void queueThatTurnedTheCallerAwayCountsEvenWhenAPromptFollowed() {
        journal.queued()
                .caller(CallEventType.DIVERTED, CallEventData.CAUSE, "queueTimeout")
                .call(CallEventType.NODE_ENTERED, CallEventData.NODE, "sorry")
                .after(3)
                .cleared("system", "normal");

        assertThat(journal.record().outcome()).isEqualTo(Outcome.QUEUE_TIMEOUT);
    }

    @Test
    void messageLeftIsVoicemailEvenWhenItsFileIsKnownOnlyAfterTheCall() {
        journal.inIvr()
                .callerHangsUp()
                .cleared("caller", "normal")
                .after(1)
                .call(CallEventType.VOICEMAIL_LEFT, CallEventData.FILE, "vm.wav");

        assertThat(journal.record().outcome()).isEqualTo(Outcome.VOICEMAIL);
        assertThat(journal.record().voicemail()).isEqualTo("vm.wav");
    }

    @Test
    void crashClosesTheCallAsCutOff() {
        for (CallJournal cut : List.of(
                new CallJournal("a").arrived(),
                new CallJournal("b").queued(),
                new CallJournal("c").ringing(),
                new CallJournal("d").talking())) {
            CallProjection projection = new CallProjection(cut.id());
            cut.events().forEach(projection::apply);

            projection.apply(projection.cutOff(Cause.SYSTEM_RESTART, CallJournal.START.plusSeconds(100)));

            CallRecord record = projection.record();
            assertThat(record.outcome()).isEqualTo(Outcome.CUT_OFF);
            assertThat(record.cause()).isEqualTo(Cause.SYSTEM_RESTART);
            assertThat(record.legs()).allMatch(leg -> leg.ended() != null);
        }
    }

    @Test
    void eventReadTwiceCountsOnce() {
        List<CallEvent> twice = new ArrayList<>();
        CallJournal whole = journal.talking().after(9).callerHangsUp().cleared("caller", "normal");
        whole.events().forEach(event -> twice.addAll(List.of(event, event)));

        assertThat(CallProjection.fold(whole.id(), twice)).isEqualTo(whole.record());
    }

    @Test
    void everyOrderOfEventsHasExactlyOneOutcomeOnceTheCallIsCleared() {
        List<CallEvent> events = new CallJournal("c1")
                .ringing()
                .agent(CallEventType.FAILED, CallEventData.CAUSE, "noAnswer")
                .call(CallEventType.OFFER_REFUSED)
                .call(CallEventType.OFFERED, CallEventData.AGENT, "not an id!")
                .caller(CallEventType.HELD)
                .callerHangsUp()
                .cleared("caller", "no such cause")
                .call(CallEventType.VOICEMAIL_LEFT)
                .cleared("system", "normal")
                .events();
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<CallEvent> some = new ArrayList<>(events);
            Collections.shuffle(some, random);
            some = some.subList(0, random.nextInt(some.size()) + 1);

            CallProjection projection = new CallProjection(journal.id());
            some.forEach(projection::apply);
            CallRecord record = projection.record();

            boolean cleared = some.stream().anyMatch(event -> event.type() == CallEventType.CALL_CLEARED);
            assertThat(record.finished()).as("seed %d", seed).isEqualTo(cleared);
            assertThat(record.outcome() != null).as("seed %d", seed).isEqualTo(cleared);
            assertThat(record.cause() != null).as("seed %d", seed).isEqualTo(cleared);
            if (!cleared) {
                projection.apply(projection.cutOff(Cause.SYSTEM_RESTART, CallJournal.START.plusSeconds(500)));
                assertThat(projection.record().outcome()).as("seed %d", seed).isEqualTo(Outcome.CUT_OFF);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "486, BUSY",
        "487, CANCELLED",
        "603, DECLINED",
        "404, UNALLOCATED_NUMBER",
        "488, MEDIA_NOT_ACCEPTABLE",
        "408, SESSION_TIMEOUT",
        "503, OVERLOAD",
        "500, TEMPORARY_FAILURE",
        "699, TEMPORARY_FAILURE",
        "200, NORMAL"
    })
    void sipStatusBecomesACause(int status, Cause cause) {
        assertThat(Cause.fromSipStatus(status)).isEqualTo(cause);
    }

    @Test
    void everyCauseHasItsOwnCodeAndAFailureStatus() {
        for (Cause cause : Cause.values()) {
            assertThat(Cause.fromCode(cause.code())).contains(cause);
            assertThat(cause.sipStatus()).isBetween(400, 699);
            assertThat(cause.q850()).isBetween(1, 127);
        }
    }

    @Test
    void timeWithAColleagueWhoTookTheCallOverIsTalkToo() {
        consulting()
                .after(5)
                .colleague(CallEventType.CONFERENCED)
                .caller(CallEventType.RETRIEVED)
                .after(10)
                .agent(CallEventType.CONNECTION_CLEARED, CallEventData.CAUSE, "normal")
                .colleague(CallEventType.TRANSFERRED, CallEventData.AGENT, "a2")
                .after(20)
                .colleague(CallEventType.CONNECTION_CLEARED)
                .cleared("agent", "normal");

        CallRecord record = journal.record();
        assertThat(record.agent()).isEqualTo(new AgentId("a2"));
        assertThat(record.durations().talk()).isEqualTo(Duration.ofSeconds(30));
        assertThat(record.durations().hold()).isEqualTo(Duration.ofSeconds(9));
        assertThat(record.outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void anAgentWhoHangsUpInAConsultationEndsTheHoldByTheTransferOnly() {
        consulting()
                .agent(CallEventType.CONNECTION_CLEARED, CallEventData.CAUSE, "normal")
                .colleague(CallEventType.TRANSFERRED, CallEventData.AGENT, "a2")
                .caller(CallEventType.RETRIEVED)
                .after(3)
                .callerHangsUp()
                .cleared("caller", "normal");
        assertThat(journal.record().durations().talk()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whoOnlyHelpsIsNotWhoTookTheCall() {
        consulting()
                .after(5)
                .colleague(CallEventType.CONNECTION_CLEARED, CallEventData.CAUSE, "normal")
                .caller(CallEventType.RETRIEVED)
                .after(1)
                .callerHangsUp()
                .agent(CallEventType.CONNECTION_CLEARED)
                .cleared("caller", "normal");

        assertThat(journal.record().agent()).isEqualTo(new AgentId("a1"));
        assertThat(journal.record().legs().get(2).role()).isEqualTo("colleague");
        assertThat(journal.record().durations().hold()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aMadeCallIsAnsweredWhenTheCustomerIsThere() {
        CallJournal made = made().caller(CallEventType.ESTABLISHED);
        assertThat(made.record().answered()).isEqualTo(CallJournal.START.plusSeconds(7));
        made.after(9).callerHangsUp().agent(CallEventType.CONNECTION_CLEARED).cleared("caller", "normal");
        CallRecord record = made.record();
        assertThat(record.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(record.agent()).isEqualTo(new AgentId("a1"));
        assertThat(record.durations().ring()).isEqualTo(Duration.ofSeconds(5));
        assertThat(record.durations().talk()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aMadeCallThatNobodyTakesIsTheAgentsWhoMadeIt() {
        CallRecord busy = made().caller(CallEventType.CONNECTION_CLEARED, CallEventData.CAUSE, "busy")
                .cleared("caller", "busy")
                .record();
        assertThat(busy.outcome()).isEqualTo(Outcome.NOT_ANSWERED);
        assertThat(busy.agent()).isEqualTo(new AgentId("a1"));
        assertThat(busy.answered()).isNull();
        assertThat(new CallJournal("b")).satisfies(journal -> assertThat(ringsOutside(journal)
                        .cleared("agent", "cancelled")
                        .record()
                        .outcome())
                .isEqualTo(Outcome.ABANDONED_WHILE_RINGING));
    }

    private CallJournal made() {
        return ringsOutside(journal);
    }

    /** The agent's phone was answered at once, and the customer's rings since 2 s, for 5 s. */
    private static CallJournal ringsOutside(CallJournal journal) {
        return journal.agent(
                        CallEventType.SERVICE_INITIATED,
                        CallEventData.DIRECTION,
                        "outbound",
                        CallEventData.ROLE,
                        "agent",
                        CallEventData.AGENT,
                        "a1")
                .agent(CallEventType.ESTABLISHED)
                .caller(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "caller")
                .after(2)
                .caller(CallEventType.DELIVERED)
                .after(5);
    }

    /** The customer has been on hold for four seconds, and the colleague has just answered. */
    private CallJournal consulting() {
        return journal.talking()
                .caller(CallEventType.HELD)
                .colleague(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "colleague", CallEventData.AGENT, "a2")
                .colleague(CallEventType.DELIVERED)
                .after(4)
                .colleague(CallEventType.ESTABLISHED);
    }
}
