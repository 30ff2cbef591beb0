package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import java.time.Instant;
import java.util.Map;

/**
 * Call to ACD: a caller wants an agent of this queue.
 *
 * @param since      since when the caller waits; keeps its place when it is submitted again
 * @param priority   higher is served first
 * @param attributes what routing and the queue view may know: caller number, IVR node
 */
public record TaskSubmitted(
        TaskId task, CallId call, QueueId queue, int priority, Instant since, Map<String, String> attributes) {
    public TaskSubmitted {
        attributes = Map.copyOf(attributes);
    }
}
