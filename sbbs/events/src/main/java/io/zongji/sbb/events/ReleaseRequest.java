package io.zongji.sbb.events;

import io.zongji.domain.call.Cause;
import java.util.Objects;

/**
 * To a call: end, with all its legs.
 *
 * @param cause       what parties and records are told
 * @param requestedBy who wants it, for the log
 */
public record ReleaseRequest(Cause cause, String requestedBy) {

    public ReleaseRequest {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
