package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a new set-up of queues and agents in the place of the old one, with callers waiting and agents at work. */
final class Reconfiguration {
    private static final String GONE = "not set up any more";

    private final RoutingBook book;
    private final Matching matching;

    Reconfiguration(RoutingBook book, Matching matching) {
        this.book = book;
        this.matching = matching;
    }

    void apply(
            Collection<Queue> queues,
            Collection<Agent> agents,
            RestRules rules,
            Instant now,
            List<Decision> decisions) {
        if (!book.restRules.equals(rules)) {
            book.restRules(rules);
        }
        Map<QueueId, Queue> newQueues = new LinkedHashMap<>();
        queues.forEach(queue -> newQueues.put(queue.id(), queue));
        Set<AgentId> online = online();
        Map<AgentId, Agent> newAgents = new LinkedHashMap<>();
        agents.forEach(agent -> newAgents.put(agent.id(), agent));
        if (unchanged(newQueues, newAgents)) {
            return;
        }
        book.agents.values().forEach(book::detach);
        List<TaskSlot> homeless = replaceQueues(newQueues);
        newAgents.values().forEach(agent -> replaceAgent(agent, now));
        book.agents.values().forEach(book::attach);
        listMembers(newAgents.values());

        homeless.forEach(slot -> matching.reject(slot, RejectReason.NO_QUEUE, "the queue is gone", decisions));
        retire(newAgents, now, decisions);
        sendOffline(now, decisions);
        tellRights(online, now, decisions);
        offerAll(now, decisions);
    }

    private boolean unchanged(Map<QueueId, Queue> queues, Map<AgentId, Agent> agents) {
        return queues.size() == book.queues.size()
                && agents.size() == book.agents.size()
                && queues.values().stream()
                        .allMatch(queue -> book.queues.containsKey(queue.id())
                                && book.queues.get(queue.id()).queue.equals(queue))
                && agents.values().stream()
                        .allMatch(agent -> book.agents.containsKey(agent.id())
                                && !book.agents.get(agent.id()).removed
                                && book.agents.get(agent.id()).agent.equals(agent));
    }

    /** Gives the tasks that waited in queues that are gone. */
    private List<TaskSlot> replaceQueues(Map<QueueId, Queue> queues) {
        List<TaskSlot> homeless = new ArrayList<>();
        for (QueueSlot old : List.copyOf(book.queues.values())) {
            if (!queues.containsKey(old.queue.id())) {
                homeless.addAll(old.waiting);
                book.undo.remove(book.queues, old.queue.id());
            }
        }
        for (Queue queue : queues.values()) {
            QueueSlot old = book.queues.get(queue.id());
            if (old == null || !old.queue.equals(queue)) {
                book.undo.put(book.queues, queue.id(), old == null ? new QueueSlot(queue) : old.with(queue));
            }
        }
        return homeless;
    }

    private void replaceAgent(Agent agent, Instant now) {
        AgentSlot slot = book.agents.get(agent.id());
        if (slot == null) {
            book.undo.put(book.agents, agent.id(), new AgentSlot(agent, now));
            return;
        }
        Agent old = slot.agent;
        book.undo.note(() -> slot.agent = old);
        slot.agent = agent;
        forgetChoiceOfNothing(slot);
        book.markRemoved(slot, false);
    }

    private void listMembers(Collection<Agent> agents) {
        Map<QueueId, List<AgentSlot>> members = new HashMap<>();
        for (Agent agent : agents) {
            for (QueueMembership membership : agent.queues()) {
                members.computeIfAbsent(membership.queue(), queue -> new ArrayList<>())
                        .add(book.agents.get(agent.id()));
            }
        }
        book.queues.forEach((id, queue) -> book.members(queue, members.getOrDefault(id, List.of())));
    }

    /** Whose chosen queues are all somebody else's by now serves what there is to serve. */
    private void forgetChoiceOfNothing(AgentSlot slot) {
        if (slot.chosen != null && slot.memberships().isEmpty()) {
            Set<QueueId> old = slot.chosen;
            book.undo.note(() -> slot.chosen = old);
            slot.chosen = null;
        }
    }

    private void retire(Map<AgentId, Agent> agents, Instant now, List<Decision> decisions) {
        for (AgentSlot slot : List.copyOf(book.agents.values())) {
            if (agents.containsKey(slot.agent.id())) {
                continue;
            }
            book.markRemoved(slot, true);
            if (slot.is(AgentState.OFFERED)) {
                TaskSlot task = book.tasks.get(slot.offered);
                matching.act(slot, AgentAction.DEVICE_LOST, null, null, GONE, now, decisions);
                matching.withdrawFromLost(task, slot, Cause.AGENT_LEFT, GONE, now, decisions);
            } else if (slot.is(AgentState.SIGNED_OUT)) {
                book.removeAgent(slot);
            } else if (!slot.is(AgentState.TALKING)) {
                matching.act(slot, AgentAction.SIGN_OUT, null, null, GONE, now, decisions);
            }
        }
    }

    /** Whoever has lost the right to be online goes; an offer or a call is brought to its end first. */
    private void sendOffline(Instant now, List<Decision> decisions) {
        for (AgentSlot slot : List.copyOf(book.agents.values())) {
            if (!slot.agent.rights().online() && !slot.removed) {
                matching.leaveIfGone(slot, now, decisions);
            }
        }
    }

    /** Who may be online. */
    private Set<AgentId> online() {
        return book.agents.values().stream()
                .filter(slot -> slot.agent.rights().online())
                .map(slot -> slot.agent.id())
                .collect(Collectors.toSet());
    }

    private void tellRights(Set<AgentId> before, Instant now, List<Decision> decisions) {
        for (AgentSlot slot : book.agents.values()) {
            if (slot.agent.rights().online() != before.contains(slot.agent.id())) {
                NextState.tellRight(slot, now, decisions);
            }
        }
    }

    private void offerAll(Instant now, List<Decision> decisions) {
        List<TaskSlot> waiting = new ArrayList<>();
        book.queues.values().stream()
                .filter(queue -> !queue.idle.isEmpty())
                .forEach(queue -> waiting.addAll(queue.waiting));
        waiting.sort(TaskSlot.ORDER);
        for (TaskSlot slot : waiting) {
            matching.offerToBest(slot, book.queues.get(slot.task.queue()), now, decisions);
        }
    }
}
