package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.Objects;

/** Leg to call: the party can be heard again, maybe by another connection of another media server. */
public record LegResumed(LegId leg) {
    public LegResumed {
        Objects.requireNonNull(leg, "leg");
    }
}
