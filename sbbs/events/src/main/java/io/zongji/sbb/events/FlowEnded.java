package io.zongji.sbb.events;

import io.zongji.domain.QueueId;
import io.zongji.domain.call.Cause;

/**
 * IVR to call: the flow has done its part.
 *
 * @param result   what comes next
 * @param queue    where to, when the result is {@code TO_QUEUE}, else null
 * @param priority of the wait; higher is served first
 * @param node     the node at which the flow ended
 * @param cause    why, when the result is {@code HANG_UP}, else null
 */
public record FlowEnded(Result result, QueueId queue, int priority, String node, Cause cause) {

    /** What comes next. */
    public enum Result {
        TO_QUEUE,
        HANG_UP
    }
}
