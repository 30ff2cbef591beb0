package io.zongji.domain.routing;

import io.zongji.domain.call.Cause;

/** Why a task left a queue unserved. */
public enum RejectReason {
    QUEUE_FULL(Cause.QUEUE_FULL),
    QUEUE_TIMEOUT(Cause.QUEUE_TIMEOUT),
    /** Nobody is signed in, and the queue turns callers away then. */
    NO_AGENTS(Cause.NO_AGENTS),
    /** There is no such queue, or no longer. */
    NO_QUEUE(Cause.FLOW_ERROR);

    private final Cause cause;

    RejectReason(Cause cause) {
        this.cause = cause;
    }

    /** The cause that the flow and the record see. */
    public Cause cause() {
        return cause;
    }
}
