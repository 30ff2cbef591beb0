package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.Objects;

/**
 * Leg to call: the party cannot be heard for now, and is waited for. {@code LegResumed} or {@code LegReleased} follows.
 *
 * @param why a word for the journal, such as {@code lineLost} or {@link #MEDIA_NODE_LOST}
 */
public record LegSuspended(LegId leg, String why) {
    /** The media server that carried the party, and wrote what is recorded of it, is lost. */
    public static final String MEDIA_NODE_LOST = "mediaNodeLost";

    public LegSuspended {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(why, "why");
    }
}
