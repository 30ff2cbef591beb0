package io.zongji.sbb.events;

import io.zongji.domain.TaskId;
import io.zongji.domain.routing.RoutingTrace;

/**
 * ACD to call: nobody is free, the caller waits.
 *
 * @param position place in the queue, 1 is next
 * @param trace    why none of the agents; null when only the position was asked
 */
public record TaskQueued(TaskId task, int position, RoutingTrace trace) {}
