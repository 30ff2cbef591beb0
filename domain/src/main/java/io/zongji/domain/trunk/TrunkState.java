package io.zongji.domain.trunk;

import java.time.Instant;
import java.util.Objects;

/**
 * What was last found out of a trunk.
 *
 * @param since when it was found out: the change for a trunk that works, the last failure for one that does not
 * @param why   what failed, in a few words for operators; empty when it works
 */
public record TrunkState(String trunk, boolean up, Instant since, String why) {
    public TrunkState {
        Objects.requireNonNull(trunk, "trunk");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(why, "why");
    }
}
