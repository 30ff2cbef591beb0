package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import java.util.Objects;

/** From outside the SLEE: data are to go along with a call. */
public record AttachOrder(CallId call, AttachRequest request) {

    public AttachOrder {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(request, "request");
    }
}
