package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.Objects;

/**
 * Leg to call: the party's phone wants its call to go on with somebody else (RFC 3515), and waits for an answer.
 *
 * @param target the number or extension to ring
 */
public record PhoneRefers(LegId leg, String target) {
    public PhoneRefers {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(target, "target");
    }
}
