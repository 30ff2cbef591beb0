package io.zongji.sbb.events;

import java.util.Map;
import java.util.Objects;

/**
 * To a call: take these along.
 *
 * @param data  checked by whoever asks, see {@link io.zongji.domain.call.AttachedData}
 * @param reply is told the outcome, and only the first time counts
 */
public record AttachRequest(Map<String, String> data, ServiceRequest.Reply reply) {

    public AttachRequest {
        data = Map.copyOf(data);
        Objects.requireNonNull(reply, "reply");
    }
}
