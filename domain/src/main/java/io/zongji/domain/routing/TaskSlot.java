package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A task and where it stands. Fields change through the engine only, which notes how to take the change back. */
final class TaskSlot {
    /** Higher priority first, then first come first served. */
    static final Comparator<TaskSlot> ORDER = Comparator.comparingInt((TaskSlot slot) -> -slot.task.priority())
            .thenComparing(slot -> slot.task.since())
            .thenComparingLong(slot -> slot.sequence);

    final WaitingTask task;
    final long sequence;
    /** Who did not take it, and until when they are not asked again. */
    final Map<AgentId, Instant> refusals = new HashMap<>(4);

    /** Whom it is offered to; null while it waits. */
    AgentId offeredTo;
    /** Waited too long while it was being offered: no further try. */
    boolean overdue;

    Deadline offerEnd;
    Deadline retry;
    Deadline maxWait;

    TaskSlot(WaitingTask task, long sequence) {
        this.task = task;
        this.sequence = sequence;
    }

    boolean refusedBy(AgentId agent, Instant now) {
        Instant until = refusals.get(agent);
        return until != null && now.isBefore(until);
    }
}
