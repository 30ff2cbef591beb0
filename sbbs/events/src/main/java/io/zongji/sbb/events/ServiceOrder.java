package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import java.util.Objects;

/** From outside the SLEE: a call is asked for a service. */
public record ServiceOrder(CallId call, ServiceRequest request) {
    public ServiceOrder {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(request, "request");
    }
}
