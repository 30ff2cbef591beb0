package io.zongji.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.journal.WrapUpEvent;
import io.zongji.store.journal.Positioned;
import io.zongji.store.journal.Stretch;
import io.zongji.web.SignedInUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EventHubTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SignedInUser INTEGRATOR = new SignedInUser("token:1", "CRM", null, Set.of("integrator"), "");
    private static final SignedInUser AGENT = new SignedInUser("token:2", "CRM", "1001", Set.of("agent"), "");

    private final Memory journal = new Memory();
    private EventHub hub;

    /** A journal in memory that can leave out to tell, as a real one does when too much comes. */
    private static final class Memory implements EventSource {
        private final List<Positioned> all = Collections.synchronizedList(new ArrayList<>());
        private volatile Consumer<Positioned> listener = at -> {};
        private volatile long oldest = 1;
        /** What is read behind this position takes as long as the test likes. */
        private volatile long quickUpTo = Long.MAX_VALUE;

        private final CountDownLatch slow = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        synchronized void append(JournalEntry entry, boolean told) {
            Positioned at = new Positioned(all.size() + 1L, entry);
            all.add(at);
            if (told) {
                listener.accept(at);
            }
        }

        @Override
        public long lastPosition() {
            return all.size();
        }

        @Override
        public long oldestPosition() {
            return oldest;
        }

        @Override
        public Stretch after(long position, int atMost) {
            if (position >= quickUpTo) {
                slow.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            synchronized (all) {
                List<Positioned> found =
                        all.stream().skip(position).limit(atMost).toList();
                return new Stretch(found, position + found.size());
            }
        }

        @Override
        public List<CallEvent> ofCall(CallId call) {
            synchronized (all) {
                return all.stream()
                        .map(Positioned::entry)
                        .filter(CallEvent.class::isInstance)
                        .map(CallEvent.class::cast)
                        .filter(event -> event.call().equals(call))
                        .toList();
            }
        }

        @Override
        public Runnable follow(Consumer<Positioned> told) {
            listener = told;
            return () -> listener = at -> {};
        }
    }

    /** A program that notes what it hears; a slow one takes a message only when it is let. */
    private static final class Program implements EventLine.Exit {
        private final List<JsonNode> heard = Collections.synchronizedList(new ArrayList<>());
        private final boolean slow;
        private volatile String closed;
        private volatile Consumer<Boolean> next;

        private Program(boolean slow) {
            this.slow = slow;
        }

        @Override
        public void send(String message, Consumer<Boolean> sent) {
            try {
                heard.add(JSON.readTree(message));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            next = sent;
            if (!slow) {
                sent.accept(true);
            }
        }

        @Override
        public void ping() {
            // Nobody asks here whether it is there.
        }

        @Override
        public void close(String reason) {
            closed = reason;
        }

        List<JsonNode> events() {
            synchronized (heard) {
                return heard.stream()
                        .filter(message -> message.path("t").asText().equals("event"))
                        .toList();
            }
        }

        List<Long> positions() {
            return events().stream()
                    .map(event -> event.path("position").asLong())
                    .toList();
        }

        JsonNode last() {
            return heard.get(heard.size() - 1);
        }
    }

    private EventHub hub(int kept) {
        hub = new EventHub(journal, kept);
        hub.start();
        return hub;
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private EventLine listen(Program program, SignedInUser user, Long from) {
        EventLine line = new EventLine(program, user);
        hub.add(line);
        hub.subscribe(
                line,
                new Subscription(Set.of(Subscription.Topic.CALLS, Subscription.Topic.AGENTS), null, null, null, from),
                "1");
        return line;
    }

    private void call(int number, CallEventType type, Map<String, String> data) {
        CallId call = new CallId("call-" + number);
        int sequence = journal.ofCall(call).size() + 1;
        journal.append(new CallEvent(call, sequence, type, Instant.EPOCH, null, data), true);
    }

    private void agentIs(String agent, AgentState state) {
        journal.append(new AgentEvent(new AgentId(agent), state, "", Instant.EPOCH, null), true);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(1);
        }
    }

    @Test
    void whoIsCutOffAtAnyMomentGoesOnWhereItWasWithoutGapsAndRepeats() throws Exception {
        int events = 6_000;
        hub(300);
        Random random = new Random(7);
        CountDownLatch done = new CountDownLatch(1);
        Thread traffic = new Thread(() -> {
            for (int i = 0; i < events; i++) {
                // Every now and then the journal leaves something out.
                journal.append(
                        new AgentEvent(new AgentId("a"), AgentState.IDLE, "" + i, Instant.EPOCH, null), i % 97 != 13);
                if (i % 20 == 0) {
                    Thread.yield();
                }
            }
            agentIs("a", AgentState.BUSY);
            done.countDown();
        });
        traffic.start();

        List<Long> heard = new ArrayList<>();
        while (heard.size() <= events) {
            Program program = new Program(false);
            EventLine line = listen(program, INTEGRATOR, (long) heard.size());
            int enough = random.nextInt(400);
            await(() -> program.events().size() >= enough
                    || done.getCount() == 0 && heard.size() + program.events().size() > events);
            hub.remove(line);
            heard.addAll(program.positions());
        }

        assertThat(heard).hasSize(events + 1).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whoAsksForNoPastHearsWhatComes() {
        hub(100);
        agentIs("1001", AgentState.IDLE);
        Program program = new Program(false);
        listen(program, INTEGRATOR, null);
        agentIs("1001", AgentState.REST);

        assertThat(program.heard.get(0).path("position").asLong()).isEqualTo(1);
        assertThat(program.positions()).containsExactly(2L);
        assertThat(program.events().get(0).path("type").asText()).isEqualTo("REST");
    }

    @Test
    void anAgentHearsTheOwnCallsAndStateOnlyAlsoOfThePast() throws Exception {
        hub(4);
        call(1, CallEventType.SERVICE_INITIATED, Map.of());
        call(1, CallEventType.OFFERED, Map.of("agent", "1001"));
        call(2, CallEventType.OFFERED, Map.of("agent", "1002"));
        agentIs("1002", AgentState.OFFERED);
        agentIs("1001", AgentState.OFFERED);
        call(1, CallEventType.ESTABLISHED, Map.of());
        call(2, CallEventType.ESTABLISHED, Map.of());
        Program program = new Program(false);
        listen(program, AGENT, 0L);
        await(() -> program.positions().size() == 3);
        call(1, CallEventType.CALL_CLEARED, Map.of());
        call(2, CallEventType.CALL_CLEARED, Map.of());

        await(() -> program.positions().size() == 4);
        assertThat(program.positions()).containsExactly(2L, 5L, 6L, 8L);
    }

    /** From what is kept in memory, and from what is read again. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1})
    void whatAgentsWroteAboutCallsIsPassedOverNowAndInThePast(int kept) throws Exception {
        hub(kept);
        Program listening = new Program(false);
        listen(listening, INTEGRATOR, null);
        agentIs("1001", AgentState.WRAP_UP);
        journal.append(
                new WrapUpEvent(new CallId("call-1"), new AgentId("1001"), List.of("sale"), "", Instant.EPOCH), true);
        agentIs("1001", AgentState.IDLE);
        Program resuming = new Program(false);
        listen(resuming, INTEGRATOR, 0L);

        await(() -> resuming.positions().size() == 2 || resuming.closed != null);
        assertThat(resuming.positions()).containsExactly(1L, 3L);
        assertThat(resuming.closed).isNull();
        assertThat(listening.positions()).containsExactly(1L, 3L);
    }

    @Test
    void aLongPastOfOthersIsHeardOfInBeatsSoThatItNeedNotBeginAnew() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            agentIs("1002", AgentState.IDLE);
        }
        hub(10);
        journal.quickUpTo = 1_000;
        Program program = new Program(false);
        EventLine line = listen(program, AGENT, 0L);
        journal.slow.await();
        line.beat(System.nanoTime(), 0);

        assertThat(program.last().path("t").asText()).isEqualTo("beat");
        assertThat(program.last().path("position").asLong()).isEqualTo(1_000);
        journal.goesOn.countDown();
    }

    @Test
    void aPositionThatIsNotKeptIsToldWithTheOldestOne() {
        for (int i = 0; i < 10; i++) {
            agentIs("1001", AgentState.IDLE);
        }
        hub(2);
        journal.oldest = 5;
        Program program = new Program(false);
        EventLine line = listen(program, INTEGRATOR, 2L);

        assertThat(program.last().path("refusal").path("code").asText()).isEqualTo("tooOld");
        assertThat(program.last().path("oldest").asLong()).isEqualTo(5);
        assertThat(line.subscription()).isNull();
    }

    @Test
    void aPositionThatNeverWasIsRefused() {
        hub(2);
        Program program = new Program(false);
        listen(program, INTEGRATOR, 99L);

        assertThat(program.last().path("refusal").path("code").asText()).isEqualTo("unknownPosition");
    }

    @Test
    void whoTakesMessagesTooSlowlyIsCutOffAndDelaysNobody() {
        hub(100);
        Program slow = new Program(true);
        EventLine line = listen(slow, INTEGRATOR, null);
        Program quick = new Program(false);
        listen(quick, INTEGRATOR, null);
        for (int i = 0; i <= EventLine.MOST_WAITING + 1; i++) {
            agentIs("1001", AgentState.IDLE);
        }

        assertThat(slow.closed).isEqualTo("too slow");
        assertThat(line.isLive()).isFalse();
        assertThat(quick.closed).isNull();
        assertThat(quick.positions()).hasSize(EventLine.MOST_WAITING + 2);
    }

    @Test
    void thePastIsToldNoFasterThanItIsTaken() throws Exception {
        for (int i = 0; i < 3 * EventLine.MOST_WAITING; i++) {
            agentIs("1001", AgentState.IDLE);
        }
        hub(10);
        Program program = new Program(true);
        listen(program, INTEGRATOR, 0L);
        while (program.positions().size() < 3 * EventLine.MOST_WAITING) {
            Consumer<Boolean> next = program.next;
            program.next = null;
            if (next != null) {
                next.accept(true);
            } else {
                Thread.onSpinWait();
            }
        }

        assertThat(program.closed).isNull();
        assertThat(program.positions()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLineHearsOneThing() {
        hub(10);
        Program program = new Program(false);
        EventLine line = listen(program, INTEGRATOR, null);
        hub.subscribe(line, new Subscription(Set.of(Subscription.Topic.CALLS), null, null, null, null), "2");

        assertThat(program.last().path("refusal").path("code").asText()).isEqualTo("alreadySubscribed");
    }
}
