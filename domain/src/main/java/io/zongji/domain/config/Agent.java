package io.zongji.domain.config;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An agent as set up. What the agent does right now is the routing engine's knowledge.
 *
 * @param id         the agent
 * @param jobNumber  工号, announced to callers
 * @param name       for screens
 * @param extension  the number of the agent's phone; empty when the agent has none
 * @param queues     the queues served
 * @param wrapUp     the agent's own wrap-up time; null for the queue's, zero for none
 * @param autoSignIn signed in whenever the phone can be reached, without a desktop (for phones at a fixed address)
 * @param autoAnswer offered calls connect without a click: the phone is asked to answer by itself
 * @param rights     about signing in
 */
public record Agent(
        AgentId id,
        String jobNumber,
        String name,
        String extension,
        List<QueueMembership> queues,
        Duration wrapUp,
        boolean autoSignIn,
        boolean autoAnswer,
        AgentRights rights) {
    public Agent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(jobNumber, "jobNumber");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(rights, "rights");
        queues = List.copyOf(queues);
        if (queues.stream().map(QueueMembership::queue).distinct().count() != queues.size()) {
            throw new IllegalArgumentException("agent " + id + ": a queue is named twice");
        }
        if (wrapUp != null && wrapUp.isNegative()) {
            throw new IllegalArgumentException("agent " + id + ": wrapUp must not be negative");
        }
    }

    /** An agent who answers by hand and has the usual rights. */
    public Agent(
            AgentId id,
            String jobNumber,
            String name,
            String extension,
            List<QueueMembership> queues,
            Duration wrapUp,
            boolean autoSignIn) {
        this(id, jobNumber, name, extension, queues, wrapUp, autoSignIn, false, AgentRights.USUAL);
    }

    public Optional<QueueMembership> membership(QueueId queue) {
        return queues.stream().filter(member -> member.queue().equals(queue)).findFirst();
    }
}
