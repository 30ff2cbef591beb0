package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.util.Objects;

/**
 * Call to call: here is the leg. Whoever gets it says so by {@code LegTaken}, else it is ended after a while.
 *
 * @param from   the call that gives, and ends
 * @param device the extension or number at the leg
 * @param agent  who sits there and is taken for the giving call in the ACD; null when nobody is
 */
public record LegGiven(CallId from, LegInTransit leg, String device, AgentId agent) {
    public LegGiven {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(device, "device");
    }
}
