package io.zongji.sbb.cti;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * The last time that a trunk was asked whether it is there.
 *
 * @param open   it has not answered, and may still
 * @param branch of the transaction that asks; null when nothing could be sent
 */
record TrunkProbe(Instant sent, boolean open, String branch) implements Serializable {

    boolean isOverdue(Duration patience, Instant now) {
        return open && now.isAfter(sent.plus(patience));
    }

    TrunkProbe closed() {
        return new TrunkProbe(sent, false, branch);
    }
}
