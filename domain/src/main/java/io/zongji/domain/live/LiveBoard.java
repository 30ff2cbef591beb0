package io.zongji.domain.live;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.journal.NextStateEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongPredicate;

/**
 * What goes on right now, for the live view: fed with every journal entry, asked for a snapshot and then for changes.
 * Thread-safe; nothing it gives out changes afterwards. Calls that are over are forgotten, so it stays as small as the
 * traffic of the moment.
 */
public final class LiveBoard {
    /** How many ended calls a delta can name; who asks more rarely gets everything. */
    private static final int ENDED_KEPT = 10_000;

    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<CallId, BoardCall> calls = new LinkedHashMap<>();
    private final Map<CallId, Long> ended = new LinkedHashMap<>();
    private final Map<AgentId, BoardAgent> agents = new LinkedHashMap<>();
    private final Map<QueueId, BoardQueue> queues = new LinkedHashMap<>();
    private Configuration configuration;
    private LocalDate today;
    private long version = 1;
    /** Deltas from before this version are full. */
    private long fullBefore = 1;

    public LiveBoard(Configuration configuration, Clock clock) {
        this.clock = clock;
        this.configuration = configuration;
        this.today = dateOf(clock.instant());
        setUp();
    }

    /** Takes an entry; unknown agents and queues are no error. */
    public void accept(JournalEntry entry) {
        synchronized (this) {
            version++;
            turnPage(entry.at());
            if (entry instanceof CallEvent event) {
                call(event);
            } else if (entry instanceof AgentEvent event) {
                agent(event);
            } else if (entry instanceof NextStateEvent event) {
                next(event);
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Takes a new set-up: names, and which queues and agents there are. */
    public void configure(Configuration changed) {
        synchronized (this) {
            configuration = changed;
            version++;
            fullBefore = version;
            setUp();
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Is told after every change, on the thread that made it; must be quick and must not throw.
     *
     * @return ends it when run
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The version now; cheap, unlike asking for the changes. */
    public synchronized long version() {
        turnPage(clock.instant());
        return version;
    }

    public synchronized LiveSnapshot snapshot() {
        turnPage(clock.instant());
        return new LiveSnapshot(version, calls(v -> true), queues(v -> true), agents(v -> true));
    }

    /**
     * The agent takes part in these queues, when signed in.
     *
     * @param chosen of those served; null for all, and counts as all when none of them is served any more
     */
    public void choose(AgentId id, Set<QueueId> chosen) {
        synchronized (this) {
            BoardAgent agent = agents.get(id);
            if (agent == null || Objects.equals(agent.chosen, chosen)) {
                return;
            }
            version++;
            memberships(id).forEach(this::touched);
            agent.chosen = chosen == null ? null : Set.copyOf(chosen);
            memberships(id).forEach(this::touched);
        }
        listeners.forEach(Runnable::run);
    }

    /** The agent's wrap-up lasts its usual time once more; nothing when the agent is not in it any more. */
    public void lengthenWrapUp(AgentId id) {
        synchronized (this) {
            BoardAgent agent = agents.get(id);
            if (agent == null || agent.state() != AgentState.WRAP_UP) {
                return;
            }
            version++;
            agent.lengthened++;
            touched(agent);
        }
        listeners.forEach(Runnable::run);
    }

    /** The queues that the agent takes part in, when signed in. */
    private List<QueueId> memberships(AgentId id) {
        Set<QueueId> chosen = agents.get(id).chosen;
        List<QueueId> served = configuration.agent(id).stream()
                .flatMap(agent -> agent.queues().stream())
                .map(QueueMembership::queue)
                .toList();
        List<QueueId> some = served.stream()
                .filter(queue -> chosen == null || chosen.contains(queue))
                .toList();
        return some.isEmpty() ? served : some;
    }

    /** What the agent does; signed out when there is none of this id. */
    public synchronized AgentState state(AgentId id) {
        BoardAgent agent = agents.get(id);
        return agent == null ? AgentState.SIGNED_OUT : agent.state();
    }

    /** A call in progress; empty when there is none of this id. */
    public synchronized Optional<LiveCall> call(CallId id) {
        return Optional.ofNullable(calls.get(id)).map(BoardCall::live);
    }

    /** The event that closes a call in progress which nothing serves any more; empty when there is no such call. */
    public synchronized Optional<CallEvent> cutOff(CallId id, Cause cause, Instant at) {
        return Optional.ofNullable(calls.get(id)).map(call -> call.cutOff(cause, at));
    }

    /** What changed after a version; everything when that is too long ago, and for version 0, which is nothing yet. */
    public synchronized LiveDelta changesSince(long from) {
        turnPage(clock.instant());
        boolean full = from < fullBefore || from > version;
        LongPredicate newer = full ? v -> true : v -> v > from;
        List<CallId> gone = new ArrayList<>();
        if (!full) {
            ended.forEach((call, at) -> {
                if (at > from) {
                    gone.add(call);
                }
            });
        }
        return new LiveDelta(from, version, full, calls(newer), gone, queues(newer), agents(newer));
    }

    private void setUp() {
        List<AgentId> order = new ArrayList<>();
        for (Agent agent : configuration.agents()) {
            agents.computeIfAbsent(agent.id(), BoardAgent::new);
            order.add(agent.id());
        }
        agents.keySet().retainAll(order);
        List<QueueId> queueOrder =
                configuration.queues().stream().map(Queue::id).toList();
        queueOrder.forEach(id -> queues.computeIfAbsent(id, key -> new BoardQueue()));
        queues.keySet().retainAll(queueOrder);
    }

    private void call(CallEvent event) {
        if (ended.containsKey(event.call()) || !calls.containsKey(event.call()) && lateNews(event)) {
            return;
        }
        BoardCall call = calls.computeIfAbsent(event.call(), BoardCall::new);
        call.apply(event, version, this::touched);
        noteRinging(call, event);
        if (call.finished()) {
            agents.values().stream()
                    .filter(agent -> agent.isAbout(event.call()))
                    .forEach(this::touched);
            calls.remove(event.call());
            ended.put(event.call(), version);
            if (ended.size() > ENDED_KEPT) {
                var eldest = ended.entrySet().iterator().next();
                fullBefore = Math.max(fullBefore, eldest.getValue());
                ended.remove(eldest.getKey());
            }
        }
    }

    /** An agent's phone rings, or does no more: that is told with the agent's state. */
    private void noteRinging(BoardCall call, CallEvent event) {
        switch (event.type()) {
            case DELIVERED, ESTABLISHED, CONNECTION_CLEARED -> {
                BoardAgent agent = agents.get(call.agentAt(event.leg()));
                if (agent != null && agent.isAbout(event.call())) {
                    touched(agent);
                }
            }
            default -> {
                // No phone begins or stops to ring.
            }
        }
    }

    /** News of a call that is over for long must not bring it back. */
    private static boolean lateNews(CallEvent event) {
        return switch (event.type()) {
            case RECORDING_ENDED, VOICEMAIL_LEFT, CALL_CLEARED -> true;
            default -> false;
        };
    }

    private void touched(BoardAgent agent) {
        agent.version = version;
    }

    /** The queue, marked as changed; null when it is not set up. */
    private BoardQueue touched(QueueId id) {
        BoardQueue queue = queues.get(id);
        if (queue != null) {
            queue.version = version;
        }
        return queue;
    }

    private void agent(AgentEvent event) {
        BoardAgent agent = agents.get(event.agent());
        if (agent != null) {
            agent.next = agent.state() == event.state() ? agent.next : null;
            agent.last = event;
            agent.lengthened = 0;
            touched(agent);
            memberships(event.agent()).forEach(this::touched);
        }
    }

    private void next(NextStateEvent event) {
        BoardAgent agent = agents.get(event.agent());
        if (agent != null) {
            agent.next = event;
            touched(agent);
        }
    }

    /** Begins a new day's counters when the first event or question of the day comes. */
    private void turnPage(Instant now) {
        LocalDate date = dateOf(now);
        if (date.isAfter(today)) {
            today = date;
            version++;
            queues.values().forEach(queue -> queue.newDay(version));
        }
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(configuration.settings().zone()).toLocalDate();
    }

    private List<LiveCall> calls(LongPredicate wanted) {
        return calls.values().stream()
                .filter(call -> wanted.test(call.version()))
                .map(BoardCall::live)
                .toList();
    }

    private List<LiveAgent> agents(LongPredicate wanted) {
        return configuration.agents().stream()
                .filter(agent -> wanted.test(agents.get(agent.id()).version))
                .map(this::live)
                .toList();
    }

    private LiveAgent live(Agent agent) {
        BoardAgent on = agents.get(agent.id());
        return on.live(agent, on.last == null ? null : calls.get(on.last.call()));
    }

    private List<LiveQueue> queues(LongPredicate wanted) {
        List<Queue> changed = configuration.queues().stream()
                .filter(queue -> wanted.test(queues.get(queue.id()).version))
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<QueueId, List<LiveQueue.Row>> rows = rows();
        Map<QueueId, int[]> staff = staff();
        return changed.stream()
                .map(queue -> {
                    int[] counts = staff.getOrDefault(queue.id(), new int[2]);
                    return new LiveQueue(
                            queue.id(),
                            queue.name(),
                            rows.getOrDefault(queue.id(), List.of()),
                            counts[0],
                            counts[1],
                            queues.get(queue.id()).counters);
                })
                .toList();
    }

    private Map<QueueId, List<LiveQueue.Row>> rows() {
        Map<QueueId, List<LiveQueue.Row>> rows = new HashMap<>();
        for (BoardCall call : calls.values()) {
            LiveCall live = call.live();
            if (live.waitingSince() != null && live.queue() != null) {
                String node = live.nodeLabel() == null ? "" : live.nodeLabel();
                rows.computeIfAbsent(live.queue(), id -> new ArrayList<>())
                        .add(new LiveQueue.Row(live.call(), live.caller(), node, live.waitingSince()));
            }
        }
        rows.values().forEach(list -> list.sort(Comparator.comparing(LiveQueue.Row::since)));
        return rows;
    }

    /** Idle and signed-in agents of each queue. */
    private Map<QueueId, int[]> staff() {
        Map<QueueId, int[]> staff = new HashMap<>();
        for (Agent agent : configuration.agents()) {
            BoardAgent on = agents.get(agent.id());
            for (QueueId queue : memberships(agent.id())) {
                int[] counts = staff.computeIfAbsent(queue, id -> new int[2]);
                counts[0] += on.idle() ? 1 : 0;
                counts[1] += on.state().signedIn() ? 1 : 0;
            }
        }
        return staff;
    }
}
