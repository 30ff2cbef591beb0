package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.Objects;

/**
 * Leg to call: the party's phone does not want to hear anything for now, or wants to again (RFC 6337, 5.3).
 *
 * @param held whether it is on hold from now on
 */
public record PhoneHeld(LegId leg, boolean held) {
    public PhoneHeld {
        Objects.requireNonNull(leg, "leg");
    }
}
