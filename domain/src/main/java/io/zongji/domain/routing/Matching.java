package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.agent.AgentStep;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.QueueMembership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rules of the engine. After every operation no idle agent is left who could be offered a waiting task, except for the
 * pause after a refusal.
 */
final class Matching {
    private final RoutingBook book;
    private final RoutingSettings settings;
    private final StateTimes times;

    Matching(RoutingBook book, RoutingSettings settings, StateTimes times) {
        this.book = book;
        this.settings = settings;
        this.times = times;
    }

    // Tasks

    void submit(WaitingTask task, Instant now, List<Decision> decisions) {
        QueueSlot queue = book.queues.get(task.queue());
        if (queue == null) {
            decisions.add(rejection(task, RejectReason.NO_QUEUE, "there is no queue " + task.queue()));
            return;
        }
        TaskSlot slot = new TaskSlot(task, book.nextSequence());
        book.addTask(slot);
        if (offerToBest(slot, queue, now, decisions)) {
            limitWait(slot, queue, now);
        } else if (queue.queue.refuseWithoutAgents() && queue.signedIn() == 0) {
            reject(slot, RejectReason.NO_AGENTS, "nobody is signed in to " + task.queue(), decisions);
        } else if (queue.queue.maxWaiting() > 0 && queue.waiting.size() >= queue.queue.maxWaiting()) {
            reject(slot, RejectReason.QUEUE_FULL, queue.waiting.size() + " wait already, the limit", decisions);
        } else {
            limitWait(slot, queue, now);
            enqueue(slot, queue, "no agent can be offered: " + queue.describeAgents(), now, decisions);
        }
    }

    void withdraw(TaskSlot slot, String reason, Instant now, List<Decision> decisions) {
        AgentSlot agent = slot.offeredTo == null ? null : book.agents.get(slot.offeredTo);
        book.removeTask(slot);
        if (agent != null) {
            decisions.add(withdrawal(slot, agent, Cause.CANCELLED, reason));
            endOffer(agent, AgentAction.OFFER_WITHDRAWN, reason, now, decisions);
        }
    }

    /** The phone rings no more; what is told before the call is put through has an end, too. */
    void pickedUp(TaskSlot slot, Instant now) {
        book.offerEnd(slot, now.plus(settings.longestAnnouncement()));
    }

    void answered(TaskSlot slot, AgentSlot agent, Instant now, List<Decision> decisions) {
        WaitingTask task = slot.task;
        book.removeTask(slot);
        act(agent, AgentAction.ANSWER, null, task.call(), "answered", now, decisions);
        book.handling(agent, null, task.queue());
        decisions.add(new Decision.Connect(
                task.task(), task.call(), task.queue(), agent.agent.id(), "agent answered the offer"));
    }

    /** The agent did not take the offer: others are asked first. */
    void failed(TaskSlot slot, OfferFailure failure, Instant now, List<Decision> decisions) {
        AgentSlot agent = book.agents.get(slot.offeredTo);
        releaseFromOffer(slot, agent.agent.id(), now);
        boolean makesBusy = failure.makesBusy() && !forgiven(agent, slot, failure);
        AgentAction action = makesBusy ? AgentAction.OFFER_FAILED : AgentAction.OFFER_WITHDRAWN;
        book.idleSince(agent, now);
        book.handling(agent, null, null);
        // The caller goes on before the agent does, so that an agent who declined does not get in between.
        change(agent, action, null, null, failure.code(), now, decisions);
        tryAgain(slot, "agent " + agent.agent.id() + ": " + failure.code(), now, decisions);
        settle(agent, makesBusy, now, decisions);
    }

    /** The queue may let agents leave some offers unanswered before they are set busy. */
    private boolean forgiven(AgentSlot agent, TaskSlot slot, OfferFailure failure) {
        QueueSlot queue = book.queues.get(slot.task.queue());
        if (failure != OfferFailure.NO_ANSWER || queue == null) {
            return false;
        }
        book.missed(agent, agent.missed + 1);
        return agent.missed < queue.queue.missedOffers();
    }

    /** The agent or the agent's phone was lost while it rang; the agent's state is changed already. */
    void withdrawFromLost(
            TaskSlot slot, AgentSlot agent, Cause cause, String reason, Instant now, List<Decision> decisions) {
        book.handling(agent, null, null);
        decisions.add(withdrawal(slot, agent, cause, reason));
        releaseFromOffer(slot, agent.agent.id(), now);
        tryAgain(slot, "agent " + agent.agent.id() + " lost", now, decisions);
    }

    void reject(TaskSlot slot, RejectReason why, String reason, List<Decision> decisions) {
        book.removeTask(slot);
        decisions.add(rejection(slot.task, why, reason));
    }

    private void releaseFromOffer(TaskSlot slot, AgentId agent, Instant now) {
        book.offeredTo(slot, null);
        book.offerEnd(slot, null);
        Instant until = now.plus(settings.reofferAfter());
        book.refused(slot, agent, until);
        if (slot.retry == null) {
            book.retry(slot, until);
        }
    }

    /** Looks for somebody else, or lets the task wait at its old place. */
    private void tryAgain(TaskSlot slot, String reason, Instant now, List<Decision> decisions) {
        QueueSlot queue = book.queues.get(slot.task.queue());
        if (queue == null) {
            reject(slot, RejectReason.NO_QUEUE, "the queue is gone", decisions);
        } else if (slot.overdue) {
            reject(slot, RejectReason.QUEUE_TIMEOUT, "waited " + queue.queue.maxWait(), decisions);
        } else if (!offerToBest(slot, queue, now, decisions)) {
            enqueue(slot, queue, reason + "; " + queue.describeAgents(), now, decisions);
        }
    }

    private void enqueue(TaskSlot slot, QueueSlot queue, String reason, Instant now, List<Decision> decisions) {
        book.startWaiting(queue, slot);
        decisions.add(new Decision.Queued(
                slot.task.task(),
                slot.task.call(),
                slot.task.queue(),
                queue.position(slot),
                RoutingTrace.of(null, slot, queue, now),
                reason));
    }

    private void limitWait(TaskSlot slot, QueueSlot queue, Instant now) {
        Duration limit = queue.queue.maxWait();
        if (!limit.isZero()) {
            Instant end = slot.task.since().plus(limit);
            book.maxWait(slot, end.isAfter(now) ? end : now);
        }
    }

    // Bringing together

    /** Offers the task to the first idle agent who did not refuse it, else to one whose refusal is old. */
    boolean offerToBest(TaskSlot slot, QueueSlot queue, Instant now, List<Decision> decisions) {
        Candidate again = null;
        for (Candidate candidate : queue.idle) {
            if (!slot.refusals.containsKey(candidate.agent())) {
                offer(slot, queue, candidate, now, decisions);
                return true;
            }
            if (again == null && !slot.refusedBy(candidate.agent(), now)) {
                again = candidate;
            }
        }
        if (again != null) {
            offer(slot, queue, again, now, decisions);
        }
        return again != null;
    }

    /** Offers an agent who became idle the first of all tasks that wait in the agent's queues. */
    void offerNext(AgentSlot agent, Instant now, List<Decision> decisions) {
        TaskSlot best = null;
        QueueMembership in = null;
        for (QueueMembership membership : agent.memberships()) {
            TaskSlot first = firstFor(agent, book.queues.get(membership.queue()), now);
            if (first != null && (best == null || TaskSlot.ORDER.compare(first, best) < 0)) {
                best = first;
                in = membership;
            }
        }
        if (best != null) {
            offer(best, book.queues.get(in.queue()), agent.candidate(in), now, decisions);
        }
    }

    private static TaskSlot firstFor(AgentSlot agent, QueueSlot queue, Instant now) {
        if (queue != null) {
            for (TaskSlot slot : queue.waiting) {
                if (!slot.refusedBy(agent.agent.id(), now)) {
                    return slot;
                }
            }
        }
        return null;
    }

    private void offer(TaskSlot slot, QueueSlot queue, Candidate chosen, Instant now, List<Decision> decisions) {
        String reason = queue.strategy.because(chosen) + "; " + queue.idle.size() + " idle, " + queue.waiting.size()
                + " waiting in " + slot.task.queue() + ", member priority " + chosen.memberPriority();
        RoutingTrace trace = RoutingTrace.of(chosen, slot, queue, now);
        AgentSlot agent = book.agents.get(chosen.agent());
        Instant until = now.plus(queue.queue.offerTimeout());
        book.stopWaiting(queue, slot);
        book.offeredTo(slot, chosen.agent());
        book.offerEnd(slot, until);
        act(agent, AgentAction.OFFER, null, slot.task.call(), "call offered", now, decisions);
        book.handling(agent, slot.task.task(), slot.task.queue());
        decisions.add(new Decision.Offer(
                slot.task.task(), slot.task.call(), slot.task.queue(), chosen.agent(), until, trace, reason));
    }

    // Agents

    /** Applies an action; true when it was not refused. An agent who becomes idle by it gets the next task. */
    boolean act(
            AgentSlot agent,
            AgentAction action,
            AgentState asSetUp,
            CallId call,
            String reason,
            Instant now,
            List<Decision> decisions) {
        AgentState before = agent.status.state();
        if (!change(agent, action, asSetUp, call, reason, now, decisions)) {
            return false;
        }
        if (agent.status.state() != before) {
            settle(agent, false, now, decisions);
        }
        return true;
    }

    /** @param talked whether there is something to write up */
    void release(AgentSlot agent, boolean talked, String reason, Instant now, List<Decision> decisions) {
        AgentStep step = agent.status.apply(
                AgentAction.RELEASE, null, talked && !times.wrapUp(agent).isZero(), null, reason, now);
        take(agent, AgentAction.RELEASE, step, now, decisions);
        if (!agent.is(AgentState.TALKING)) {
            settle(agent, false, now, decisions);
        }
    }

    private void endOffer(AgentSlot agent, AgentAction action, String reason, Instant now, List<Decision> decisions) {
        book.handling(agent, null, null);
        act(agent, action, null, null, reason, now, decisions);
    }

    private boolean change(
            AgentSlot agent,
            AgentAction action,
            AgentState asSetUp,
            CallId call,
            String reason,
            Instant now,
            List<Decision> decisions) {
        AgentStep step =
                agent.status.apply(action, asSetUp, !times.wrapUp(agent).isZero(), call, reason, now);
        return take(agent, action, step, now, decisions);
    }

    private boolean take(AgentSlot agent, AgentAction action, AgentStep step, Instant now, List<Decision> decisions) {
        AgentStatus before = agent.status;
        AgentId id = agent.agent.id();
        if (step.refusal().isPresent()) {
            decisions.add(new Decision.ActionRefused(
                    id, before.state(), action, step.refusal().get()));
            return false;
        }
        AgentStatus after = step.status();
        // An agent whose caller gave up while the phone rang has not worked, and keeps the place.
        if (after.state() == AgentState.IDLE
                && before.state() != AgentState.IDLE
                && action != AgentAction.OFFER_WITHDRAWN) {
            book.idleSince(agent, now);
        }
        book.status(agent, after);
        if (agent.missed > 0 && after.state() != AgentState.IDLE && after.state() != AgentState.OFFERED) {
            book.missed(agent, 0);
        }
        if (after.state() != before.state()) {
            decisions.add(new Decision.AgentStateChanged(
                    id, before.state(), after.state(), after.call(), now, after.reason()));
        }
        NextState.tellNews(agent, before, now, decisions);
        if (after.state() == AgentState.IDLE && !agent.engaged.isEmpty()) {
            // Free as far as the ACD had to do with it, and yet in a call that it did not offer.
            book.handling(agent, null, null);
            CallId other = agent.engaged.get(0);
            change(agent, AgentAction.DIAL, null, other, "phone in a call", now, decisions);
        }
        return true;
    }

    /** What follows from a new state: timers, callers to turn away, the next task. */
    private void settle(AgentSlot agent, boolean offerFailed, Instant now, List<Decision> decisions) {
        leaveIfGone(agent, now, decisions);
        AgentState state = agent.status.state();
        book.schedule(agent, times.end(agent, offerFailed, now));
        boolean writes = state == AgentState.WRAP_UP || agent.status.reserved() == AgentState.WRAP_UP;
        if (agent.offered == null && state != AgentState.TALKING && !writes) {
            book.handling(agent, null, null);
        }
        if (state == AgentState.IDLE) {
            offerNext(agent, now, decisions);
        } else if (state == AgentState.SIGNED_OUT) {
            turnAwayWhereNobodyIsLeft(agent.memberships(), decisions);
        }
        if (agent.removed && state == AgentState.SIGNED_OUT) {
            book.removeAgent(agent);
        }
    }

    /** Who is not set up any more, may not be online, or cannot be reached, must not become idle. */
    void leaveIfGone(AgentSlot agent, Instant now, List<Decision> decisions) {
        switch (agent.status.state()) {
            case SIGNED_OUT, OFFERED, TALKING -> {}
            default -> {
                if (agent.removed) {
                    change(agent, AgentAction.SIGN_OUT, null, null, "not set up any more", now, decisions);
                } else if (!agent.agent.rights().online()) {
                    act(agent, AgentAction.SIGN_OUT, null, null, RoutingEngine.ONLINE_RIGHT_WITHDRAWN, now, decisions);
                } else if (!agent.reachable() && !agent.is(AgentState.LOST)) {
                    String gone = agent.phoneGone ? "phone cannot be reached" : "page gone";
                    change(agent, AgentAction.DEVICE_LOST, null, null, gone, now, decisions);
                }
            }
        }
    }

    void turnAwayWhereNobodyIsLeft(List<QueueMembership> left, List<Decision> decisions) {
        for (QueueMembership membership : left) {
            QueueSlot queue = book.queues.get(membership.queue());
            if (queue != null && queue.queue.refuseWithoutAgents() && queue.signedIn() == 0) {
                for (TaskSlot slot : List.copyOf(queue.waiting)) {
                    reject(slot, RejectReason.NO_AGENTS, "the last agent signed out", decisions);
                }
            }
        }
    }

    // Time

    void due(Deadline deadline, Instant now, List<Decision> decisions) {
        if (deadline.kind() == Deadline.Kind.AGENT) {
            AgentSlot agent = book.agents.get(new AgentId(deadline.id()));
            book.schedule(agent, null);
            act(agent, AgentAction.TIMER, book.restRules.after(), null, "time is over", now, decisions);
            return;
        }
        TaskSlot slot = book.tasks.get(new TaskId(deadline.id()));
        switch (deadline.kind()) {
            case OFFER -> {
                AgentSlot silent = book.agents.get(slot.offeredTo);
                decisions.add(withdrawal(slot, silent, Cause.NO_ANSWER, OfferFailure.NO_ANSWER.code()));
                failed(slot, OfferFailure.NO_ANSWER, now, decisions);
            }
            case MAX_WAIT -> {
                book.maxWait(slot, null);
                if (slot.offeredTo == null) {
                    QueueId queue = slot.task.queue();
                    reject(
                            slot,
                            RejectReason.QUEUE_TIMEOUT,
                            "waited since " + slot.task.since() + " in " + queue,
                            decisions);
                } else {
                    book.overdue(slot);
                }
            }
            default -> retry(slot, now, decisions);
        }
    }

    private void retry(TaskSlot slot, Instant now, List<Decision> decisions) {
        Instant next = slot.refusals.values().stream()
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
        book.retry(slot, next);
        if (slot.offeredTo == null) {
            offerToBest(slot, book.queues.get(slot.task.queue()), now, decisions);
        }
    }

    private static Decision withdrawal(TaskSlot slot, AgentSlot agent, Cause cause, String reason) {
        WaitingTask task = slot.task;
        return new Decision.WithdrawOffer(task.task(), task.call(), task.queue(), agent.agent.id(), cause, reason);
    }

    private static Decision rejection(WaitingTask task, RejectReason why, String reason) {
        return new Decision.Reject(task.task(), task.call(), task.queue(), why, reason);
    }
}
