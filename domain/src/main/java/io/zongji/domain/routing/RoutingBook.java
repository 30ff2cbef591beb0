package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.config.QueueMembership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who waits and who is free, kept in step: an agent is in the idle sets of its queues exactly while idle, a task in its
 * queue's waiting set exactly while not offered. Every change notes how to take it back.
 */
final class RoutingBook {
    final UndoLog undo = new UndoLog();
    final Map<QueueId, QueueSlot> queues = new HashMap<>();
    final Map<AgentId, AgentSlot> agents = new HashMap<>();
    final Map<TaskId, TaskSlot> tasks = new HashMap<>();
    private final TreeSet<Deadline> deadlines = new TreeSet<>();
    RestRules restRules = RestRules.NONE;
    private long sequence;
    private Instant latest = Instant.MIN;

    /** The time of an operation: never before that of an earlier one, whatever the clock does. */
    Instant advance(Instant now) {
        if (now.isAfter(latest)) {
            Instant old = latest;
            undo.note(() -> latest = old);
            latest = now;
        }
        return latest;
    }

    long nextSequence() {
        undo.note(() -> sequence--);
        return ++sequence;
    }

    /** The last number given. */
    long sequence() {
        return sequence;
    }

    // Agents

    void removeAgent(AgentSlot slot) {
        detach(slot);
        schedule(slot, null);
        undo.remove(agents, slot.agent.id());
    }

    void status(AgentSlot slot, AgentStatus status) {
        AgentStatus old = slot.status;
        if (old.state() != status.state()) {
            detach(slot);
            set(slot, status);
            attach(slot);
        } else {
            set(slot, status);
        }
    }

    private void set(AgentSlot slot, AgentStatus status) {
        AgentStatus old = slot.status;
        undo.note(() -> slot.status = old);
        slot.status = status;
    }

    void idleSince(AgentSlot slot, Instant now) {
        Instant oldSince = slot.idleSince;
        long oldSequence = slot.idleSequence;
        undo.note(() -> {
            slot.idleSince = oldSince;
            slot.idleSequence = oldSequence;
        });
        slot.idleSince = now;
        slot.idleSequence = nextSequence();
    }

    void handling(AgentSlot slot, TaskId offered, QueueId queue) {
        TaskId oldOffered = slot.offered;
        QueueId oldQueue = slot.queue;
        undo.note(() -> {
            slot.offered = oldOffered;
            slot.queue = oldQueue;
        });
        slot.offered = offered;
        slot.queue = queue;
    }

    void phoneGone(AgentSlot slot, boolean gone) {
        boolean old = slot.phoneGone;
        undo.note(() -> slot.phoneGone = old);
        slot.phoneGone = gone;
    }

    void pageGone(AgentSlot slot, boolean gone) {
        boolean old = slot.pageGone;
        undo.note(() -> slot.pageGone = old);
        slot.pageGone = gone;
    }

    void missed(AgentSlot slot, int offers) {
        int old = slot.missed;
        undo.note(() -> slot.missed = old);
        slot.missed = offers;
    }

    /** The queues that the agent takes part in from now on; null for all. */
    void chosen(AgentSlot slot, Set<QueueId> queues) {
        detach(slot);
        Set<QueueId> old = slot.chosen;
        undo.note(() -> slot.chosen = old);
        slot.chosen = queues;
        attach(slot);
    }

    void engaged(AgentSlot slot, CallId call, boolean begins) {
        List<CallId> old = slot.engaged;
        List<CallId> now = new ArrayList<>(old);
        now.remove(call);
        if (begins) {
            now.add(call);
        }
        undo.note(() -> slot.engaged = old);
        slot.engaged = List.copyOf(now);
    }

    void restRules(RestRules rules) {
        RestRules old = restRules;
        undo.note(() -> restRules = old);
        restRules = rules;
    }

    void markRemoved(AgentSlot slot, boolean removed) {
        boolean old = slot.removed;
        undo.note(() -> slot.removed = old);
        slot.removed = removed;
    }

    /** Enters the agent into the sets and counts of its queues. */
    void attach(AgentSlot slot) {
        for (QueueMembership membership : slot.memberships()) {
            QueueSlot queue = queues.get(membership.queue());
            if (queue != null) {
                count(queue, slot.status.state(), 1);
                if (slot.is(AgentState.IDLE)) {
                    undo.add(queue.idle, slot.candidate(membership));
                }
            }
        }
    }

    /** Takes the agent out of them; the agent's queues and idle time must be those of attaching. */
    void detach(AgentSlot slot) {
        for (QueueMembership membership : slot.memberships()) {
            QueueSlot queue = queues.get(membership.queue());
            if (queue != null) {
                count(queue, slot.status.state(), -1);
                if (slot.is(AgentState.IDLE)) {
                    undo.remove(queue.idle, slot.candidate(membership));
                }
            }
        }
    }

    private void count(QueueSlot queue, AgentState state, int change) {
        undo.note(() -> queue.states[state.ordinal()] -= change);
        queue.states[state.ordinal()] += change;
    }

    void members(QueueSlot queue, List<AgentSlot> members) {
        List<AgentSlot> old = queue.members;
        undo.note(() -> queue.members = old);
        queue.members = List.copyOf(members);
    }

    // Tasks

    void addTask(TaskSlot slot) {
        undo.put(tasks, slot.task.task(), slot);
    }

    /** Forgets a task and everything about it. */
    void removeTask(TaskSlot slot) {
        QueueSlot queue = queues.get(slot.task.queue());
        if (queue != null) {
            undo.remove(queue.waiting, slot);
        }
        undo.remove(tasks, slot.task.task());
        offerEnd(slot, null);
        retry(slot, null);
        maxWait(slot, null);
    }

    void startWaiting(QueueSlot queue, TaskSlot slot) {
        undo.add(queue.waiting, slot);
    }

    void stopWaiting(QueueSlot queue, TaskSlot slot) {
        undo.remove(queue.waiting, slot);
    }

    void offeredTo(TaskSlot slot, AgentId agent) {
        AgentId old = slot.offeredTo;
        undo.note(() -> slot.offeredTo = old);
        slot.offeredTo = agent;
    }

    void refused(TaskSlot slot, AgentId agent, Instant until) {
        undo.put(slot.refusals, agent, until);
    }

    void overdue(TaskSlot slot) {
        boolean old = slot.overdue;
        undo.note(() -> slot.overdue = old);
        slot.overdue = true;
    }

    // Deadlines

    /** All of them, the next first. */
    List<Deadline> deadlines() {
        return List.copyOf(deadlines);
    }

    /** The next one, or null. */
    Deadline nextDeadline() {
        return deadlines.isEmpty() ? null : deadlines.first();
    }

    /** Takes a deadline that is being dealt with off the list. */
    void done(Deadline deadline) {
        undo.remove(deadlines, deadline);
    }

    void offerEnd(TaskSlot slot, Instant at) {
        Deadline old = slot.offerEnd;
        undo.note(() -> slot.offerEnd = old);
        slot.offerEnd = replace(old, at, Deadline.Kind.OFFER, slot.task.task().value());
    }

    void retry(TaskSlot slot, Instant at) {
        Deadline old = slot.retry;
        undo.note(() -> slot.retry = old);
        slot.retry = replace(old, at, Deadline.Kind.RETRY, slot.task.task().value());
    }

    void maxWait(TaskSlot slot, Instant at) {
        Deadline old = slot.maxWait;
        undo.note(() -> slot.maxWait = old);
        slot.maxWait = replace(old, at, Deadline.Kind.MAX_WAIT, slot.task.task().value());
    }

    void schedule(AgentSlot slot, Instant at) {
        Deadline old = slot.timer;
        undo.note(() -> slot.timer = old);
        slot.timer = replace(old, at, Deadline.Kind.AGENT, slot.agent.id().value());
    }

    private Deadline replace(Deadline old, Instant at, Deadline.Kind kind, String id) {
        if (old != null) {
            undo.remove(deadlines, old);
        }
        if (at == null) {
            return null;
        }
        Deadline deadline = new Deadline(at, kind, id);
        undo.add(deadlines, deadline);
        return deadline;
    }
}
