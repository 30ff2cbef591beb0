package io.zongji.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.config.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The naive reference: plain maps, linear searches, no cleverness. It follows the decisions and holds each against the
 * rules; it never looks into the engine to decide what is right.
 */
final class RoutingReference {
    private static final long PAUSE_SECONDS = 5;

    private final RoutingEngine engine;
    private final Map<AgentId, AgentState> states = new HashMap<>();
    private final Map<AgentId, Optional<AgentState>> nexts = new HashMap<>();
    private final Map<AgentId, Long> idleOrder = new HashMap<>();
    private final Map<AgentId, Set<QueueId>> chosen = new HashMap<>();
    private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
    private final Map<TaskId, WaitingTask> open = new LinkedHashMap<>();
    private final Map<TaskId, AgentId> offered = new LinkedHashMap<>();
    private final Map<TaskId, AgentId> lastOffered = new HashMap<>();
    private final Map<TaskId, Map<AgentId, Instant>> refusals = new HashMap<>();
    private final List<TaskId> withdrawn = new ArrayList<>();
    private long idleCounter;
    private int offers;

    RoutingReference(RoutingEngine engine) {
        this.engine = engine;
    }

    void agents(List<Agent> setUp) {
        agents.clear();
        setUp.forEach(agent -> agents.put(agent.id(), agent));
    }

    /** Who is signed in and serves one of the queues takes part in these only, until the next sign-in. */
    void chooses(AgentId agent, Set<QueueId> queues) {
        boolean signedIn = states.getOrDefault(agent, AgentState.SIGNED_OUT) != AgentState.SIGNED_OUT;
        if (signedIn
                && agents.containsKey(agent)
                && queues.stream()
                        .anyMatch(queue -> agents.get(agent).membership(queue).isPresent())) {
            chosen.put(agent, queues);
        }
    }

    void submitted(WaitingTask task) {
        open.put(task.task(), task);
    }

    void withdrawn(TaskId task) {
        withdrawn.add(task);
    }

    List<TaskId> open() {
        return List.copyOf(open.keySet());
    }

    List<TaskId> offered() {
        return List.copyOf(offered.keySet());
    }

    int offers() {
        return offers;
    }

    void check(String name, List<Decision> decisions, Instant now) {
        for (Decision decision : decisions) {
            assertThat(decision.reason()).as(name).isNotNull();
            if (decision instanceof Decision.AgentStateChanged changed) {
                stateChanged(name, changed);
            } else if (decision instanceof Decision.StateReserved reserved) {
                nexts.put(reserved.agent(), Optional.ofNullable(reserved.next()));
            } else if (decision instanceof Decision.Offer offer) {
                offer(name, offer, now);
            } else if (decision instanceof Decision.WithdrawOffer withdrawal) {
                assertThat(lastOffered.get(withdrawal.task())).as(name).isEqualTo(withdrawal.agent());
                offered.remove(withdrawal.task());
                refused(withdrawal.task(), withdrawal.agent(), now);
            } else if (decision instanceof Decision.Connect connect) {
                assertThat(offered.remove(connect.task())).as(name).isEqualTo(connect.agent());
                assertThat(open.remove(connect.task())).as(name).isNotNull();
                assertThat(states.get(connect.agent())).as(name).isEqualTo(AgentState.TALKING);
            } else if (decision instanceof Decision.Reject reject) {
                assertThat(open.remove(reject.task())).as(name).isNotNull();
                assertThat(offered).as(name).doesNotContainKey(reject.task());
            } else if (decision instanceof Decision.Queued queued) {
                assertThat(offered).as(name).doesNotContainKey(queued.task());
            }
        }
        withdrawn.forEach(open::remove);
        withdrawn.clear();
        nothingLost(name);
        everybodyKnowsWhatIsNext(name);
        nobodyLeftWaiting(name, now);
    }

    private void stateChanged(String name, Decision.AgentStateChanged changed) {
        AgentState before = states.put(changed.agent(), changed.to());
        assertThat(before == null ? AgentState.SIGNED_OUT : before).as(name).isEqualTo(changed.from());
        if (changed.from() != changed.to()) {
            nexts.remove(changed.agent());
        }
        if (changed.from() == AgentState.SIGNED_OUT) {
            chosen.remove(changed.agent());
        }
        if (changed.to() == AgentState.IDLE) {
            boolean keepsPlace = changed.from() == AgentState.OFFERED && "caller hung up".equals(changed.reason());
            if (!keepsPlace || !idleOrder.containsKey(changed.agent())) {
                idleOrder.put(changed.agent(), ++idleCounter);
            }
        }
        if (changed.from() == AgentState.OFFERED && changed.to() != AgentState.TALKING) {
            offered.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(changed.agent()))
                    .findFirst()
                    .ifPresent(entry -> {
                        refused(entry.getKey(), changed.agent(), changed.at());
                        offered.remove(entry.getKey());
                    });
        }
    }

    /** Those who watch were told all of what comes after the states of now. */
    private void everybodyKnowsWhatIsNext(String name) {
        states.forEach((id, state) -> {
            if (!agents.containsKey(id)) {
                return; // nobody watches who is not set up any more
            }
            boolean mustLeave = !agents.get(id).rights().online();
            AgentState next = engine.status(id).map(AgentStatus::reserved).orElse(null);
            boolean later = state == AgentState.OFFERED || state == AgentState.TALKING;
            assertThat(nexts.getOrDefault(id, Optional.empty()))
                    .as("%s: next of %s, %s", name, id, state)
                    .isEqualTo(Optional.ofNullable(mustLeave && later ? AgentState.SIGNED_OUT : next));
        });
    }

    private void refused(TaskId task, AgentId agent, Instant now) {
        refusals.computeIfAbsent(task, id -> new HashMap<>()).put(agent, now.plusSeconds(PAUSE_SECONDS));
    }

    private void offer(String name, Decision.Offer offer, Instant now) {
        offers++;
        WaitingTask task = open.get(offer.task());
        assertThat(task).as(name + " offers a task that is there").isNotNull();
        assertThat(offered).as(name + " one agent a task").doesNotContainKey(offer.task());
        assertThat(states.get(offer.agent())).as(name + " just became OFFERED").isEqualTo(AgentState.OFFERED);
        assertThat(offered.values()).as(name + " one offer an agent").doesNotContain(offer.agent());
        Agent agent = agents.get(offer.agent());
        assertThat(agent).as(name).isNotNull();
        int priority = agent.membership(offer.queue()).orElseThrow().priority();
        assertThat(pausing(offer.task(), offer.agent(), now))
                .as(name + " too soon again")
                .isFalse();

        for (WaitingTask other : open.values()) {
            if (other.queue().equals(task.queue())
                    && !other.task().equals(task.task())
                    && !offered.containsKey(other.task())
                    && order().compare(other, task) < 0
                    && !pausing(other.task(), offer.agent(), now)
                    && !notYetTicked(now)) {
                fail(name + ": " + other.task() + " was there before " + task.task());
            }
        }
        boolean again = refusals.getOrDefault(offer.task(), Map.of()).containsKey(offer.agent());
        for (Agent other : idleIn(offer.queue())) {
            boolean refusedBefore =
                    refusals.getOrDefault(offer.task(), Map.of()).containsKey(other.id());
            if (refusedBefore) {
                continue;
            }
            int otherPriority = other.membership(offer.queue()).orElseThrow().priority();
            boolean better = otherPriority < priority
                    || otherPriority == priority && idleOrder.get(other.id()) < idleOrder.get(offer.agent());
            if (again || better) {
                fail(name + ": " + other.id() + " should be asked before " + offer.agent());
            }
        }
        offered.put(offer.task(), offer.agent());
        lastOffered.put(offer.task(), offer.agent());
    }

    private List<Agent> idleIn(QueueId queue) {
        return agents.values().stream()
                .filter(agent -> agent.membership(queue).isPresent())
                .filter(agent -> !chosen.containsKey(agent.id())
                        || chosen.get(agent.id()).contains(queue))
                .filter(agent -> states.get(agent.id()) == AgentState.IDLE)
                .toList();
    }

    private static Comparator<WaitingTask> order() {
        return Comparator.comparingInt((WaitingTask task) -> -task.priority()).thenComparing(WaitingTask::since);
    }

    private boolean pausing(TaskId task, AgentId agent, Instant now) {
        Instant until = refusals.getOrDefault(task, Map.of()).get(agent);
        return until != null && now.isBefore(until);
    }

    private void nothingLost(String name) {
        assertThat(engine.taskCount()).as(name).isEqualTo(open.size());
        for (WaitingTask task : open.values()) {
            boolean isOffered = engine.offeredTo(task.task()).isPresent();
            boolean waits = engine.position(task.task()).isPresent();
            if (isOffered == waits) {
                fail(name + ": " + task.task() + " must either wait or be offered");
            }
        }
    }

    /** No idle agent is left beside a caller whom the agent may be offered. */
    private void nobodyLeftWaiting(String name, Instant now) {
        if (states.values().stream().noneMatch(state -> state == AgentState.IDLE)) {
            return;
        }
        for (WaitingTask task : open.values()) {
            if (engine.offeredTo(task.task()).isPresent()) {
                continue;
            }
            for (Agent agent : idleIn(task.queue())) {
                if (!pausing(task.task(), agent.id(), now) && !notYetTicked(now)) {
                    fail(name + ": " + agent.id() + " is idle and " + task.task() + " waits");
                }
            }
        }
    }

    private boolean notYetTicked(Instant now) {
        return engine.nextDeadline().filter(next -> !next.isAfter(now)).isPresent();
    }

    /** Everything the engine knows, hidden fields too, so that nothing is forgotten when an operation is taken back. */
    String dump() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(engine.book.agents).values().forEach(slot -> text.append(slot.agent)
                .append(slot.status)
                .append(slot.phoneGone)
                .append(slot.pageGone)
                .append(slot.engaged)
                .append(slot.missed)
                .append(slot.chosen)
                .append(slot.removed)
                .append(slot.offered)
                .append(slot.queue)
                .append(slot.idleSince)
                .append(slot.idleSequence)
                .append(slot.timer)
                .append('\n'));
        new TreeMap<>(engine.book.tasks).values().forEach(slot -> text.append(slot.task)
                .append(slot.sequence)
                .append(new TreeMap<>(slot.refusals))
                .append(slot.offeredTo)
                .append(slot.overdue)
                .append(slot.offerEnd)
                .append(slot.retry)
                .append(slot.maxWait)
                .append('\n'));
        new TreeMap<>(engine.book.queues).values().forEach(slot -> text.append(slot.queue)
                .append(engine.waiting(slot.queue.id()))
                .append(slot.idle)
                .append(Arrays.toString(slot.states))
                .append('\n'));
        return text.append(engine.book.deadlines())
                .append(engine.book.sequence())
                .toString();
    }
}
