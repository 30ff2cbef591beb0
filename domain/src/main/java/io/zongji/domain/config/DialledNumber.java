package io.zongji.domain.config;

import io.zongji.domain.FlowId;
import java.util.Objects;

/**
 * A number of the enterprise and the flow that answers it.
 *
 * @param number as trunks and phones dial it
 * @param flow   the inbound flow
 */
public record DialledNumber(String number, FlowId flow) {
    public DialledNumber {
        number = PhoneNumber.normalise(number);
        Objects.requireNonNull(flow, "flow");
        if (number.isEmpty()) {
            throw new IllegalArgumentException("dialled number: must not be empty");
        }
    }
}
