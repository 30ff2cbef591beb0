package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Brings waiting callers and idle agents together. Only idle agents are offered a caller, one at a time; callers of equal
 * priority are served in order of arrival; an agent who did not take a caller is asked last for the same one.
 *
 * <p>Not thread-safe: one thread at a time. Every operation takes the time and gives what to do, in order; it knows no
 * clock, so the owner asks {@link #nextDeadline()} after each operation and calls {@link #tick} then. Operations that come
 * too late, such as an answer to an offer that was withdrawn, change nothing. Any operation can be taken back with
 * {@link #rollbackLast()} when the transaction it was part of rolls back. Each costs O(log n).
 */
public final class RoutingEngine {
    /** The refusal of a sign-in, and the reason of a sign-out, of an agent without the right to be online. */
    public static final String ONLINE_RIGHT_WITHDRAWN = "onlineRightWithdrawn";

    final RoutingBook book = new RoutingBook();
    private final Matching matching;
    private final Attendance attendance;

    public RoutingEngine() {
        this(RoutingSettings.USUAL);
    }

    public RoutingEngine(RoutingSettings settings) {
        StateTimes times = new StateTimes(book, settings);
        this.matching = new Matching(book, settings, times);
        this.attendance = new Attendance(book, matching, times);
    }

    // Set-up

    /**
     * Takes queues and agents as they are set up now. New agents are signed out. An agent that is gone stops getting calls
     * at once and goes when its call is over, as does one who has lost the right to be online; callers in a queue that is
     * gone are turned away. Rules for rests count for those that begin from now on.
     */
    public List<Decision> configure(Collection<Queue> queues, Collection<Agent> agents, RestRules rules, Instant now) {
        return operation(now, (at, decisions) -> new Reconfiguration(book, matching)
                .apply(queues, agents, rules, at, decisions));
    }

    // Agents

    /** Signs an agent in to all queues served. */
    public List<Decision> signIn(AgentId agent, AgentState state, String reason, Instant now) {
        return signIn(agent, state, null, true, reason, now);
    }

    /**
     * Signs an agent in.
     *
     * @param state  idle, wrap-up or busy, as the settings say
     * @param queues those that the agent chose, of those served; null for all
     * @param phoneThere whether the phone can be reached; whoever signs in without is lost until it can
     */
    public List<Decision> signIn(
            AgentId agent, AgentState state, Set<QueueId> queues, boolean phoneThere, String reason, Instant now) {
        if (state != AgentState.IDLE && state != AgentState.WRAP_UP && state != AgentState.BUSY) {
            throw new IllegalArgumentException("sign in as idle, wrap-up or busy, not as " + state);
        }
        return onAgent(
                agent,
                AgentAction.SIGN_IN,
                now,
                (slot, at, decisions) -> attendance.signIn(slot, state, queues, phoneThere, reason, at, decisions));
    }

    /**
     * Signs an agent in as it was before a restart. A call or a lost phone is not what it was, so such an agent is idle.
     * Nobody is there to press ready at a phone that is signed in by itself: unless at rest, it is idle too. An agent who
     * was signed out stays so.
     *
     * @param queues those signed in to before; null for all
     * @param since  when the state began: a rest is not made longer by a restart
     */
    public List<Decision> restore(
            AgentId agent, AgentState state, Set<QueueId> queues, String reason, Instant since, Instant now) {
        return state == AgentState.SIGNED_OUT
                ? operation(now, (at, decisions) -> {})
                : onAgent(
                        agent,
                        AgentAction.SIGN_IN,
                        now,
                        (slot, at, decisions) -> attendance.restore(slot, state, queues, reason, since, at, decisions));
    }

    /**
     * Lets a signed-in agent take part in these queues from now on. Calls and offers of others are brought to their end.
     *
     * @param queues of those served
     */
    public List<Decision> chooseQueues(AgentId agent, Set<QueueId> queues, Instant now) {
        return onAgent(
                agent,
                AgentAction.SIGN_IN,
                now,
                (slot, at, decisions) -> attendance.chooseQueues(slot, queues, at, decisions));
    }

    public List<Decision> signOut(AgentId agent, String reason, Instant now) {
        return action(agent, AgentAction.SIGN_OUT, null, reason, now);
    }

    /**
     * An agent's button, or a call that the ACD does not know of.
     *
     * @param action one that a person asks for, but not signing in or a longer wrap-up
     * @param call   the call of {@link AgentAction#DIAL}; else null
     */
    public List<Decision> action(AgentId agent, AgentAction action, CallId call, String reason, Instant now) {
        if (!action.byPerson() || action == AgentAction.SIGN_IN || action == AgentAction.EXTEND_WRAP_UP) {
            throw new IllegalArgumentException(action + " has its own operation");
        }
        return onAgent(
                agent,
                action,
                now,
                (slot, at, decisions) -> matching.act(slot, action, null, call, reason, at, decisions));
    }

    /**
     * A call that no queue offers rings the agent's phone, or is made there. Who is signed out may be rung too, once at a
     * time; whoever has such a call is offered no other, also after signing in or coming back from rest, until
     * {@link #released} tells its end.
     *
     * @param there the agent is at the phone already, whatever the state says
     * @return holds a refusal when the phone is not to ring
     */
    public List<Decision> engage(AgentId agent, CallId call, boolean there, String reason, Instant now) {
        return onAgent(
                agent,
                AgentAction.DIAL,
                now,
                (slot, at, decisions) -> attendance.engage(slot, call, there, reason, at, decisions));
    }

    /** The phone cannot be reached any more. A call that is on goes on. */
    public List<Decision> deviceLost(AgentId agent, String reason, Instant now) {
        return onAgent(agent, AgentAction.DEVICE_LOST, now, (slot, at, decisions) -> {
            book.phoneGone(slot, true);
            attendance.lost(slot, reason, at, decisions);
        });
    }

    /** The phone can be reached again. Signs in an agent who is signed in whenever that is so. */
    public List<Decision> deviceBack(AgentId agent, String reason, Instant now) {
        return onAgent(agent, AgentAction.DEVICE_BACK, now, (slot, at, decisions) -> {
            book.phoneGone(slot, false);
            attendance.back(slot, reason, at, decisions);
        });
    }

    /**
     * Another phone rings for a signed-in agent from now on; not while an offer rings at the old one.
     *
     * @param phoneThere whether it can be reached; if not, the agent is lost until it can
     */
    public List<Decision> deviceChosen(AgentId agent, boolean phoneThere, Instant now) {
        return onAgent(
                agent,
                AgentAction.DEVICE_BACK,
                now,
                (slot, at, decisions) -> attendance.deviceChosen(slot, phoneThere, at, decisions));
    }

    /**
     * The page is gone with which the agent works. A call that is on goes on. Who is signed in without a desktop needs no
     * page.
     */
    public List<Decision> pageLost(AgentId agent, String reason, Instant now) {
        return onAgent(agent, AgentAction.DEVICE_LOST, now, (slot, at, decisions) -> {
            if (!slot.agent.autoSignIn() && slot.status.state().signedIn()) {
                book.pageGone(slot, true);
                attendance.lost(slot, reason, at, decisions);
            }
        });
    }

    /** There is a page again with which the agent works. */
    public List<Decision> pageBack(AgentId agent, String reason, Instant now) {
        return onAgent(agent, AgentAction.DEVICE_BACK, now, (slot, at, decisions) -> {
            if (slot.pageGone) {
                book.pageGone(slot, false);
                attendance.back(slot, reason, at, decisions);
            }
        });
    }

    /** As {@link #released(AgentId, CallId, boolean, String, Instant)}, of an agent who has talked. */
    public List<Decision> released(AgentId agent, CallId call, String reason, Instant now) {
        return released(agent, call, true, reason, now);
    }

    /**
     * The agent's call is over.
     *
     * @param call the call; the state stays when it is about another one. Null for whichever it is
     * @param talked false when there is nothing to write up: the phone has only rung, or a supervisor was at it
     */
    public List<Decision> released(AgentId agent, CallId call, boolean talked, String reason, Instant now) {
        return onAgent(
                agent,
                AgentAction.RELEASE,
                now,
                (slot, at, decisions) -> attendance.released(slot, call, talked, reason, at, decisions));
    }

    /**
     * The agent's call is over, and no voice ever came from the agent's page: the next caller is not to meet the same fate, so the agent is busy
     * until ready again by hand.
     */
    public List<Decision> releasedUnheard(AgentId agent, CallId call, Instant now) {
        return onAgent(
                agent,
                AgentAction.RELEASE,
                now,
                (slot, at, decisions) -> attendance.releasedUnheard(slot, call, at, decisions));
    }

    /**
     * The agent talks on in another call, of which the first one is a part now. The state stays when it is about another.
     */
    public List<Decision> changedCall(AgentId agent, CallId from, CallId to, String reason, Instant now) {
        return onAgent(agent, AgentAction.RELEASE, now, (slot, at, decisions) -> {
            if (slot.engaged.contains(from)) {
                book.engaged(slot, from, false);
                book.engaged(slot, to, true);
            }
            if (slot.is(AgentState.TALKING) && from.equals(slot.status.call())) {
                book.status(slot, slot.status.inCall(to));
                decisions.add(
                        new Decision.AgentStateChanged(agent, AgentState.TALKING, AgentState.TALKING, to, at, reason));
            }
        });
    }

    /** The agent says that wrap-up is done: the button that ends it. Whoever came from busy is busy again. */
    public List<Decision> wrapUpDone(AgentId agent, Instant now) {
        return onAgent(agent, AgentAction.READY, now, (slot, at, decisions) -> {
            if (slot.is(AgentState.WRAP_UP)) {
                matching.act(slot, AgentAction.TIMER, null, null, "wrap-up done", at, decisions);
            } else {
                decisions.add(
                        new Decision.ActionRefused(agent, slot.status.state(), AgentAction.READY, "not in wrap-up"));
            }
        });
    }

    /** The agent needs longer for the wrap-up: the usual time once more, a few times. */
    public List<Decision> extendWrapUp(AgentId agent, Instant now) {
        return onAgent(
                agent,
                AgentAction.EXTEND_WRAP_UP,
                now,
                (slot, at, decisions) -> attendance.extendWrapUp(slot, decisions));
    }

    // Tasks

    /** A caller begins to wait. A task that is known already is not taken again. */
    public List<Decision> submit(WaitingTask task, Instant now) {
        return operation(now, (at, decisions) -> {
            if (!book.tasks.containsKey(task.task())) {
                matching.submit(task, at, decisions);
            }
        });
    }

    /** The caller does not wait any more, or the offer is to be taken back for another reason of the call. */
    public List<Decision> withdraw(TaskId task, String reason, Instant now) {
        return onTask(task, now, (slot, at, decisions) -> matching.withdraw(slot, reason, at, decisions));
    }

    /**
     * The agent has picked up and is told of the call before it is put through: the phone rings no more, so the time of
     * ringing does not end the offer.
     */
    public List<Decision> offerPickedUp(TaskId task, AgentId agent, Instant now) {
        return onTask(task, now, (slot, at, decisions) -> {
            if (agent.equals(slot.offeredTo)) {
                matching.pickedUp(slot, at);
            }
        });
    }

    /** The agent has the call. */
    public List<Decision> offerAnswered(TaskId task, AgentId agent, Instant now) {
        return operation(now, (at, decisions) -> {
            TaskSlot slot = book.tasks.get(task);
            AgentSlot answering = book.agents.get(agent);
            if (slot == null || answering == null || !agent.equals(slot.offeredTo)) {
                decisions.add(new Decision.AnswerTooLate(task, agent, "the offer is not open any more"));
            } else {
                matching.answered(slot, answering, at, decisions);
            }
        });
    }

    /** The offer came to nothing at the agent's side. */
    public List<Decision> offerFailed(TaskId task, AgentId agent, OfferFailure failure, Instant now) {
        return onTask(task, now, (slot, at, decisions) -> {
            if (agent.equals(slot.offeredTo)) {
                matching.failed(slot, failure, at, decisions);
            }
        });
    }

    // Time

    /** Does what is due. Too early or too often does no harm. */
    public List<Decision> tick(Instant now) {
        return operation(now, (at, decisions) -> {
            Deadline due = book.nextDeadline();
            while (due != null && !due.at().isAfter(at)) {
                book.done(due);
                matching.due(due, at, decisions);
                due = book.nextDeadline();
            }
        });
    }

    /** When {@link #tick} has something to do; empty when never. */
    public Optional<Instant> nextDeadline() {
        return Optional.ofNullable(book.nextDeadline()).map(Deadline::at);
    }

    /**
     * Takes the last operation back as if it had never been asked; the one before it can be taken back next, up to a few
     * dozen.
     *
     * @return false when there is nothing left to take back
     */
    public boolean rollbackLast() {
        return book.undo.rollback();
    }

    // What is so

    public Optional<AgentStatus> status(AgentId agent) {
        return Optional.ofNullable(book.agents.get(agent)).map(slot -> slot.status);
    }

    /** Those who wait in the queue, the next to be served first, without those being offered. */
    public List<WaitingTask> waiting(QueueId queue) {
        QueueSlot slot = book.queues.get(queue);
        return slot == null
                ? List.of()
                : slot.waiting.stream().map(waiting -> waiting.task).toList();
    }

    /** How many wait in the queue, without those being offered. */
    public int waitingCount(QueueId queue) {
        QueueSlot slot = book.queues.get(queue);
        return slot == null ? 0 : slot.waiting.size();
    }

    /** How many tasks there are, waiting or offered. */
    public int taskCount() {
        return book.tasks.size();
    }

    /** The place of a waiting task, counted from 1; empty when it does not wait. */
    public OptionalInt position(TaskId task) {
        TaskSlot slot = book.tasks.get(task);
        QueueSlot queue = slot == null ? null : book.queues.get(slot.task.queue());
        return queue == null || slot.offeredTo != null ? OptionalInt.empty() : OptionalInt.of(queue.position(slot));
    }

    /** Whom a task is offered to; empty when to nobody. */
    public Optional<AgentId> offeredTo(TaskId task) {
        return Optional.ofNullable(book.tasks.get(task)).map(slot -> slot.offeredTo);
    }

    /** The queue's idle agents in the order in which they would be asked. */
    public List<AgentId> idle(QueueId queue) {
        QueueSlot slot = book.queues.get(queue);
        return slot == null
                ? List.of()
                : slot.idle.stream().map(Candidate::agent).toList();
    }

    private List<Decision> operation(Instant now, Operation operation) {
        book.undo.begin();
        List<Decision> decisions = new ArrayList<>(4);
        operation.run(book.advance(now), decisions);
        return decisions;
    }

    private List<Decision> onAgent(AgentId agent, AgentAction action, Instant now, AgentOperation operation) {
        return operation(now, (at, decisions) -> {
            AgentSlot slot = book.agents.get(agent);
            if (slot == null) {
                decisions.add(new Decision.ActionRefused(agent, AgentState.SIGNED_OUT, action, "no such agent"));
            } else {
                operation.run(slot, at, decisions);
            }
        });
    }

    private List<Decision> onTask(TaskId task, Instant now, TaskOperation operation) {
        return operation(now, (at, decisions) -> {
            TaskSlot slot = book.tasks.get(task);
            if (slot != null) {
                operation.run(slot, at, decisions);
            }
        });
    }

    @FunctionalInterface
    private interface Operation {
        void run(Instant at, List<Decision> decisions);
    }

    @FunctionalInterface
    private interface AgentOperation {
        void run(AgentSlot slot, Instant at, List<Decision> decisions);
    }

    @FunctionalInterface
    private interface TaskOperation {
        void run(TaskSlot slot, Instant at, List<Decision> decisions);
    }
}
