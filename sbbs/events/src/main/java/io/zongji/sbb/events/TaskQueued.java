package io.zongji.sbb.events;

import io.zongji.domain.TaskId;

/**
 * ACD to call: nobody is free, the caller waits.
 *
 * @param position place in the queue, 1 is next
 */
public record TaskQueued(TaskId task, int position) {}
