package io.zongji.sbb.events;

import io.zongji.domain.TaskId;
import io.zongji.domain.call.Cause;

/** ACD to call: the queue does not take the caller, or not any longer. */
public record TaskRejected(TaskId task, Cause cause) {}
