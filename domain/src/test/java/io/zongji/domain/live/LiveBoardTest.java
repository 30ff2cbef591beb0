package io.zongji.domain.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.CallJournal;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.NextStateEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveBoardTest {
    private static final QueueId SALES = new QueueId("sales");
    private static final AgentId A1 = new AgentId("a1");
    private final Configuration configuration = Configuration.builder()
            .add(Queue.usual(SALES, "Sales"), Queue.usual(new QueueId("support"), "Support"))
            .add(agent("a1"), agent("a2"))
            .build();
    private final LiveBoard board =
            new LiveBoard(configuration, Clock.fixed(CallJournal.START.plusSeconds(60), ZoneOffset.UTC));

    @Test
    void waitingCallShowsNumberNodeAndSinceWhen() {
        feed(new CallJournal("c1").queued());

        LiveQueue sales = board.snapshot().queues().get(0);
        assertThat(sales.waiting())
                .containsExactly(new LiveQueue.Row(
                        new CallJournal("c1").id(), "13588888888", "Main menu", CallJournal.START.plusSeconds(10)));
        assertThat(sales.today().offered()).isEqualTo(1);
    }

    @Test
    void agentsCountInTheQueuesThatTheyChose() {
        QueueId support = new QueueId("support");
        LiveBoard both = new LiveBoard(
                Configuration.builder()
                        .add(Queue.usual(SALES, "Sales"), Queue.usual(support, "Support"))
                        .add(new Agent(
                                A1,
                                "a1",
                                "a1",
                                "a1",
                                List.of(new QueueMembership(SALES, 1), new QueueMembership(support, 1)),
                                null,
                                false))
                        .build(),
                Clock.systemUTC());
        both.accept(new AgentEvent(A1, AgentState.IDLE, "", CallJournal.START, null));
        long before = both.snapshot().version();
        assertThat(both.snapshot().queues()).extracting(LiveQueue::idle).containsExactly(1, 1);

        both.choose(A1, Set.of(support));
        assertThat(both.snapshot().queues()).extracting(LiveQueue::idle).containsExactly(0, 1);
        assertThat(both.snapshot().queues()).extracting(LiveQueue::signedIn).containsExactly(0, 1);
        assertThat(both.changesSince(before).queues()).hasSize(2);

        both.choose(A1, Set.of(new QueueId("gone")));
        assertThat(both.snapshot().queues()).extracting(LiveQueue::idle).containsExactly(1, 1);
        both.choose(A1, null);
        assertThat(both.snapshot().queues()).extracting(LiveQueue::idle).containsExactly(1, 1);
    }

    @Test
    void callShowsItsLegsStageAndAgent() {
        feed(new CallJournal("c1").talking());

        LiveCall call = board.snapshot().calls().get(0);
        assertThat(call.stage()).isEqualTo(CallStage.TALKING);
        assertThat(call.stageSince()).isEqualTo(CallJournal.START.plusSeconds(35));
        assertThat(call.agent()).isEqualTo(A1);
        assertThat(call.nodeLabel()).isEqualTo("Main menu");
        assertThat(call.legs()).hasSize(2);
        assertThat(board.snapshot().queues().get(0).waiting()).isEmpty();
    }

    @Test
    void anAgentWhoIsOnlyRungInACallDoesNotTalkYet() {
        CallJournal call = new CallJournal("c1").talking();
        feed(call);
        AgentId a2 = new AgentId("a2");
        board.accept(new AgentEvent(a2, AgentState.TALKING, "", CallJournal.START, call.id()));
        assertThat(board.snapshot().agents()).extracting(LiveAgent::rings).containsExactly(false, false);

        call.colleague(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "colleague", CallEventData.AGENT, "a2")
                .colleague(CallEventType.DELIVERED);
        long before = board.version();
        call.events().stream().skip(call.events().size() - 2).forEach(board::accept);
        assertThat(board.changesSince(before).agents())
                .singleElement()
                .isEqualTo(new LiveAgent(
                        a2,
                        "10a2",
                        "Agent a2",
                        "80a2",
                        AgentState.TALKING,
                        CallJournal.START,
                        "",
                        call.id(),
                        true,
                        0,
                        null,
                        ""));

        before = board.version();
        board.accept(call.colleague(CallEventType.ESTABLISHED)
                .events()
                .get(call.events().size() - 1));
        assertThat(board.changesSince(before).agents())
                .extracting(LiveAgent::rings)
                .containsExactly(false);
    }

    @Test
    void whatIsNextHoldsAsLongAsTheStateOfNow() {
        CallId call = new CallId("c1");
        board.accept(new AgentEvent(A1, AgentState.TALKING, "", CallJournal.START, call));
        long before = board.version();
        board.accept(new NextStateEvent(A1, AgentState.REST, "lunch", CallJournal.START.plusSeconds(5)));

        assertThat(board.changesSince(before).agents()).singleElement().satisfies(agent -> {
            assertThat(agent.next()).isEqualTo(AgentState.REST);
            assertThat(agent.nextReason()).isEqualTo("lunch");
            assertThat(agent.since()).isEqualTo(CallJournal.START);
        });
        board.accept(new AgentEvent(A1, AgentState.TALKING, "", CallJournal.START.plusSeconds(6), new CallId("c2")));
        assertThat(board.snapshot().agents().get(0).next()).isEqualTo(AgentState.REST);
        board.accept(new AgentEvent(A1, AgentState.REST, "lunch", CallJournal.START.plusSeconds(9), null));
        assertThat(board.snapshot().agents().get(0).next()).isNull();
    }

    @Test
    void anAnnouncementToTheAgentIsOverWhenItWasHeardOrTheAgentIsGone() {
        CallJournal heard = new CallJournal("c1").ringing().agent(CallEventType.PICKED_UP);
        CallJournal left = new CallJournal("c2").ringing().agent(CallEventType.PICKED_UP);
        feed(heard);
        feed(left);
        assertThat(board.snapshot().calls())
                .allSatisfy(call -> assertThat(call.announcing())
                        .containsExactly(call.legs().get(1).leg()))
                .extracting(LiveCall::stage)
                .containsOnly(CallStage.RINGING);

        feed(heard.agent(CallEventType.ANNOUNCED).agent(CallEventType.ESTABLISHED));
        feed(left.agent(CallEventType.CONNECTION_CLEARED));
        assertThat(board.snapshot().calls()).extracting(LiveCall::announcing).containsOnly(Set.of());
    }

    @Test
    void aLengthenedWrapUpIsToldUntilItIsOver() {
        agentIs(AgentState.WRAP_UP, "");
        long before = board.version();
        board.lengthenWrapUp(A1);
        board.lengthenWrapUp(A1);
        assertThat(board.changesSince(before).agents())
                .extracting(LiveAgent::lengthened)
                .containsExactly(2);

        agentIs(AgentState.IDLE, "");
        board.lengthenWrapUp(A1);
        assertThat(board.snapshot().agents()).extracting(LiveAgent::lengthened).containsExactly(0, 0);
    }

    @Test
    void answeredAbandonedAndRefusedAreCounted() {
        feed(new CallJournal("answered").talking());
        feed(new CallJournal("abandoned").queued().after(3).callerHangsUp().cleared("caller", "normal"));
        feed(new CallJournal("refused")
                .queued()
                .caller(CallEventType.DIVERTED, CallEventData.CAUSE, "queueTimeout")
                .cleared("system", "normal"));

        QueueCounters today = board.snapshot().queues().get(0).today();
        assertThat(today).isEqualTo(new QueueCounters(3, 1, 1, 1, 0, Duration.ofSeconds(25), Duration.ofSeconds(25)));
        assertThat(today.averageAnswer()).isEqualTo(Duration.ofSeconds(25));
        assertThat(today.serviceLevel()).isZero();
    }

    @Test
    void callWhoseAgentLeftBeforeAWordIsCountedOnceAndNotAsAnswered() {
        CallJournal call = new CallJournal("c1")
                .talking()
                .after(2)
                .agent(CallEventType.CONNECTION_CLEARED)
                .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1");
        feed(call);
        assertThat(today()).isEqualTo(new QueueCounters(1, 0, 0, 0, 0, Duration.ZERO, Duration.ofSeconds(25)));

        int before = call.events().size();
        call.caller(CallEventType.QUEUED, CallEventData.QUEUE, "sales")
                .call(CallEventType.OFFERED, CallEventData.AGENT, "a2", CallEventData.QUEUE, "sales")
                .after(4)
                .agent(CallEventType.ESTABLISHED)
                .after(30)
                .callerHangsUp()
                .cleared("caller", "normal");
        call.events().stream().skip(before).forEach(board::accept);

        assertThat(today()).isEqualTo(new QueueCounters(1, 1, 0, 0, 0, Duration.ofSeconds(31), Duration.ofSeconds(31)));
    }

    @Test
    void callWhoseAgentLeftBeforeAWordMayBeAbandoned() {
        feed(new CallJournal("c1")
                .talking()
                .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1")
                .agent(CallEventType.CONNECTION_CLEARED)
                .caller(CallEventType.QUEUED, CallEventData.QUEUE, "sales")
                .after(5)
                .callerHangsUp()
                .cleared("caller", "normal"));

        assertThat(today()).isEqualTo(new QueueCounters(1, 0, 1, 0, 0, Duration.ZERO, Duration.ofSeconds(30)));
    }

    @Test
    void answerOfYesterdayIsNotTakenBackToday() {
        CallJournal call = new CallJournal("c1", Instant.parse("2026-01-05T15:59:00Z")).talking();
        feed(call);
        int before = call.events().size();
        call.call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1");
        board.accept(new AgentEvent(A1, AgentState.IDLE, "", Instant.parse("2026-01-05T16:00:10Z"), null));
        call.events().stream().skip(before).forEach(board::accept);

        assertThat(today()).isEqualTo(QueueCounters.NONE);
    }

    private QueueCounters today() {
        return board.snapshot().queues().get(0).today();
    }

    @Test
    void countersBeginAnewAtMidnightOfTheInstallation() {
        feed(new CallJournal("c1").talking());
        // 16:00 UTC is midnight in Shanghai.
        feed(new CallJournal("c2", Instant.parse("2026-01-05T16:00:00Z")).arrived());

        assertThat(board.snapshot().queues().get(0).today()).isEqualTo(QueueCounters.NONE);
    }

    @Test
    void endedCallIsForgottenAndLateNewsDoesNotBringItBack() {
        CallJournal call = new CallJournal("c1").talking().callerHangsUp().cleared("caller", "normal");
        feed(call);
        board.accept(new CallEvent(call.id(), 99, CallEventType.RECORDING_ENDED, CallJournal.START, null, Map.of()));

        assertThat(board.snapshot().calls()).isEmpty();
        assertThat(board.changesSince(0).ended()).isEmpty();
        assertThat(board.changesSince(1).ended()).containsExactly(call.id());
    }

    @Test
    void agentStateAndQueueStaffFollowTheJournal() {
        agentIs(AgentState.IDLE, "signed in");

        LiveSnapshot snapshot = board.snapshot();
        assertThat(snapshot.agents().get(0).state()).isEqualTo(AgentState.IDLE);
        assertThat(snapshot.agents().get(0).name()).isEqualTo("Agent a1");
        assertThat(snapshot.agents().get(1).state()).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(snapshot.queues().get(0).idle()).isEqualTo(1);
        assertThat(snapshot.queues().get(0).signedIn()).isEqualTo(1);
    }

    @Test
    void deltaHoldsWhatChangedOnly() {
        feed(new CallJournal("c1").queued());
        long version = board.snapshot().version();
        feed(new CallJournal("c2").inIvr());

        LiveDelta delta = board.changesSince(version);

        assertThat(delta.full()).isFalse();
        assertThat(delta.calls()).extracting(LiveCall::call).containsExactly(new CallJournal("c2").id());
        assertThat(delta.queues()).isEmpty();
        assertThat(delta.agents()).isEmpty();
        assertThat(board.changesSince(delta.version()).empty()).isTrue();
    }

    @Test
    void newSetUpMakesTheNextDeltaFull() {
        feed(new CallJournal("c1").queued());
        long version = board.snapshot().version();
        board.configure(Configuration.builder().add(agent("a9")).build());

        LiveDelta delta = board.changesSince(version);

        assertThat(delta.full()).isTrue();
        assertThat(delta.agents()).extracting(LiveAgent::agent).containsExactly(new AgentId("a9"));
        assertThat(delta.queues()).isEmpty();
        assertThat(delta.calls()).hasSize(1);
    }

    @Test
    void anAgentWhoHasHandedTheCallToSomebodyOutsideHasNoPartInIt() {
        CallJournal journal = new CallJournal("c1")
                .talking()
                .colleague(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "colleague")
                .colleague(CallEventType.ESTABLISHED);
        feed(journal);
        assertThat(board.snapshot().calls().get(0).agent()).isEqualTo(A1);

        int before = journal.events().size();
        journal.colleague(CallEventType.TRANSFERRED).agent(CallEventType.CONNECTION_CLEARED);
        journal.events().stream().skip(before).forEach(board::accept);
        LiveCall call = board.snapshot().calls().get(0);
        assertThat(call.stage()).isEqualTo(CallStage.TALKING);
        assertThat(call.agent()).isNull();
    }

    @Test
    void aCallHandedToAQueueIsNobodysUntilAnotherPhoneRings() {
        CallJournal journal = new CallJournal("c1").talking();
        feed(journal);

        after(journal, () -> journal.call(CallEventType.TRANSFERRED, CallEventData.QUEUE, "sales")
                .agent(CallEventType.CONNECTION_CLEARED)
                .caller(CallEventType.QUEUED, CallEventData.QUEUE, "sales"));
        LiveCall waits = board.snapshot().calls().get(0);
        assertThat(waits.stage()).isEqualTo(CallStage.WAITING);
        assertThat(waits.agent()).isNull();

        after(journal, () -> journal.call(
                        CallEventType.OFFERED, CallEventData.AGENT, "a2", CallEventData.QUEUE, "sales")
                .colleague(CallEventType.ORIGINATED, CallEventData.ROLE, "agent", CallEventData.AGENT, "a2")
                .colleague(CallEventType.DELIVERED));
        LiveCall rings = board.snapshot().calls().get(0);
        assertThat(rings.stage()).isEqualTo(CallStage.RINGING);
        assertThat(rings.agent()).isEqualTo(new AgentId("a2"));
    }

    @Test
    void aPhoneThatCannotBeHeardIsSeenUntilItCanAgain() {
        CallJournal journal = new CallJournal("c1").talking();
        feed(journal);
        assertThat(board.snapshot().calls().get(0).suspended()).isEmpty();

        int before = journal.events().size();
        journal.agent(CallEventType.SUSPENDED);
        journal.events().stream().skip(before).forEach(board::accept);
        LiveCall lost = board.snapshot().calls().get(0);
        assertThat(lost.legs())
                .filteredOn(leg -> lost.suspended().contains(leg.leg()))
                .extracting(LegRecord::agent)
                .containsExactly(A1);

        int then = journal.events().size();
        journal.agent(CallEventType.RESUMED);
        journal.events().stream().skip(then).forEach(board::accept);
        assertThat(board.snapshot().calls().get(0).suspended()).isEmpty();
    }

    @Test
    void listenerHearsEveryChangeUntilItEnds() {
        AtomicInteger heard = new AtomicInteger();
        Runnable end = board.onChange(heard::incrementAndGet);
        agentIs(AgentState.IDLE, "");
        end.run();
        agentIs(AgentState.BUSY, "");

        assertThat(heard).hasValue(1);
    }

    /** A browser that applies deltas must always see what a fresh snapshot shows. */
    @Test
    void deltasAppliedOneAfterAnotherGiveTheSnapshot() {
        Random random = new Random(7);
        List<List<CallEvent>> journals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CallJournal journal = new CallJournal("c" + i);
            switch (i % 3) {
                case 0 -> journal.talking().after(5).callerHangsUp().cleared("caller", "normal");
                case 1 -> journal.queued().after(5).callerHangsUp().cleared("caller", "normal");
                default -> journal.inIvr();
            }
            journals.add(new ArrayList<>(journal.events()));
        }
        LiveSnapshot start = board.snapshot();
        Map<Object, Object> seen = new LinkedHashMap<>();
        start.queues().forEach(queue -> seen.put(queue.queue(), queue));
        start.agents().forEach(agent -> seen.put(agent.agent(), agent));
        long version = start.version();
        while (!journals.isEmpty()) {
            List<CallEvent> journal = journals.get(random.nextInt(journals.size()));
            board.accept(journal.remove(0));
            if (random.nextInt(5) == 0) {
                AgentState state = List.of(AgentState.IDLE, AgentState.BUSY, AgentState.TALKING)
                        .get(random.nextInt(3));
                board.accept(new AgentEvent(A1, state, "", CallJournal.START, new CallId("c" + random.nextInt(60))));
            }
            journals.removeIf(List::isEmpty);
            if (random.nextInt(4) == 0) {
                version = applyDelta(seen, version);
                assertThat(seen.values()).containsExactlyInAnyOrderElementsOf(everything());
            }
        }
        applyDelta(seen, version);
        assertThat(seen.values()).containsExactlyInAnyOrderElementsOf(everything());
    }

    private long applyDelta(Map<Object, Object> seen, long version) {
        LiveDelta delta = board.changesSince(version);
        delta.calls().forEach(call -> seen.put(call.call(), call));
        delta.ended().forEach(seen::remove);
        delta.queues().forEach(queue -> seen.put(queue.queue(), queue));
        delta.agents().forEach(agent -> seen.put(agent.agent(), agent));
        return delta.version();
    }

    private List<Object> everything() {
        LiveSnapshot snapshot = board.snapshot();
        List<Object> all = new ArrayList<>(snapshot.calls());
        all.addAll(snapshot.queues());
        all.addAll(snapshot.agents());
        return all;
    }

    private void feed(CallJournal journal) {
        journal.events().forEach(board::accept);
    }

    /** Feeds what is added to a journal that was fed before. */
    private void after(CallJournal journal, Runnable more) {
        int before = journal.events().size();
        more.run();
        journal.events().stream().skip(before).forEach(board::accept);
    }

    private void agentIs(AgentState state, String reason) {
        board.accept(new AgentEvent(A1, state, reason, CallJournal.START, null));
    }

    private static Agent agent(String id) {
        return new Agent(
                new AgentId(id),
                "10" + id,
                "Agent " + id,
                "80" + id,
                List.of(new QueueMembership(SALES, 1)),
                null,
                false);
    }
}
