package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.Objects;

/**
 * Leg to call: the party cannot be heard for now, and is waited for. {@code LegResumed} or {@code LegReleased} follows.
 *
 * @param why a word for the journal, such as {@code lineLost} or {@code mediaNodeLost}
 */
public record LegSuspended(LegId leg, String why) {
    public LegSuspended {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(why, "why");
    }
}
