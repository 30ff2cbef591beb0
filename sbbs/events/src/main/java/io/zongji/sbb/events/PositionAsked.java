package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import io.zongji.domain.TaskId;

/** Call to ACD: at which place is the caller now? Answered by {@link TaskQueued} while the task waits. */
public record PositionAsked(TaskId task, CallId call) {}
