package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import java.util.Objects;

/** From outside the SLEE: a call is to end. A call that is not up any more is no error. */
public record ReleaseOrder(CallId call, ReleaseRequest request) {

    public ReleaseOrder {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(request, "request");
    }
}
