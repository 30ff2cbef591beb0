package io.zongji.sbb.events;

import io.zongji.domain.TaskId;

/** Call to ACD: the caller waits no more (hung up, or was led elsewhere). Unknown tasks are ignored. */
public record TaskWithdrawn(TaskId task) {}
