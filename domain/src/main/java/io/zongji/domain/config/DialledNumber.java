package io.zongji.domain.config;

import io.zongji.domain.FlowId;
import java.util.List;
import java.util.Objects;

/**
 * A number of the enterprise and the flow that answers it.
 *
 * @param number as trunks and phones dial it
 * @param flow   the inbound flow
 * @param agentAnnouncement prompts that an agent hears before the caller is put through; empty leaves it to the queue
 */
public record DialledNumber(String number, FlowId flow, List<String> agentAnnouncement) {
    public DialledNumber {
        number = PhoneNumber.normalise(number);
        Objects.requireNonNull(flow, "flow");
        agentAnnouncement = List.copyOf(agentAnnouncement);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("dialled number: must not be empty");
        }
    }
}
