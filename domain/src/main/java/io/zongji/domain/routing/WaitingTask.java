package io.zongji.domain.routing;

import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A caller who waits for an agent.
 *
 * @param task       the task, never used twice
 * @param call       the call it belongs to
 * @param queue      where it waits
 * @param priority   0 is normal, higher goes first
 * @param since      when the wait began; earlier goes first among equals
 * @param attributes source, type and what else rules may look at
 */
public record WaitingTask(
        TaskId task, CallId call, QueueId queue, int priority, Instant since, Map<String, String> attributes) {
    public WaitingTask {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(since, "since");
        attributes = Map.copyOf(attributes);
    }
}
