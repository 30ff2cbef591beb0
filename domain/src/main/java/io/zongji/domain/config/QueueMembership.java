package io.zongji.domain.config;

import io.zongji.domain.QueueId;
import java.util.Objects;

/**
 * That an agent serves a queue.
 *
 * @param queue    the queue
 * @param priority 1 is asked first, 2 when no idle agent has 1, and so on
 */
public record QueueMembership(QueueId queue, int priority) {
    public QueueMembership {
        Objects.requireNonNull(queue, "queue");
        if (priority < 1) {
            throw new IllegalArgumentException("priority: 1 or more, was " + priority);
        }
    }
}
