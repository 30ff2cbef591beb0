package io.zongji.domain.routing;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Queue;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;

/** A queue: who waits, who is idle. Changed through the engine only, which notes how to take the change back. */
final class QueueSlot {
    final Queue queue;
    final SelectionStrategy strategy;
    final TreeSet<TaskSlot> waiting;
    final TreeSet<Candidate> idle;
    /** How many of its agents are in each state. */
    final int[] states;
    /** The agents who serve it by the set-up, signed in or not. */
    List<AgentSlot> members = List.of();

    QueueSlot(Queue queue) {
        this(queue, new TreeSet<>(TaskSlot.ORDER), new int[AgentState.values().length]);
    }

    private QueueSlot(Queue queue, TreeSet<TaskSlot> waiting, int[] states) {
        this.queue = queue;
        this.strategy = SelectionStrategy.of(queue.strategy());
        this.waiting = waiting;
        this.states = states;
        this.idle = new TreeSet<>(Comparator.comparingInt(Candidate::memberPriority)
                .thenComparing(strategy.order())
                .thenComparing(Candidate::agent));
    }

    /** The same queue with new rules; the one before must not be used any more. */
    QueueSlot with(Queue changed) {
        QueueSlot slot = new QueueSlot(changed, waiting, states);
        slot.idle.addAll(idle);
        slot.members = members;
        return slot;
    }

    int signedIn() {
        int sum = 0;
        for (AgentState state : AgentState.values()) {
            sum += state.signedIn() ? states[state.ordinal()] : 0;
        }
        return sum;
    }

    /** The place of a waiting task, counted from 1. The usual case, the last one, is quick. */
    int position(TaskSlot task) {
        return waiting.last() == task
                ? waiting.size()
                : waiting.headSet(task, true).size();
    }

    /** For the routing trace: how many agents are in which state. */
    String describeAgents() {
        StringJoiner text = new StringJoiner(", ");
        for (AgentState state : AgentState.values()) {
            if (states[state.ordinal()] > 0) {
                text.add(states[state.ordinal()] + " " + state);
            }
        }
        return text.length() == 0 ? "no agents" : text.toString();
    }
}
