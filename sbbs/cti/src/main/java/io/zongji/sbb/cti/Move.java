package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.ServiceRequest;
import java.io.Serializable;

/**
 * A phone rings to which somebody moves in mid-call.
 *
 * @param from   the leg that the party has
 * @param to     the one that is rung
 * @param reply  is told what comes of it
 * @param left   why the party has left the old phone, while the new one rings on; null as long as the party is there
 * @param byPeer whether it was the party who left
 */
record Move(LegId from, LegId to, ServiceRequest.Reply reply, Cause left, boolean byPeer) implements Serializable {

    /** The party is not at the old phone any more. */
    Move after(LegReleased leaving) {
        return new Move(from, to, reply, leaving.cause(), leaving.byPeer());
    }

    /** The same party is to go on at still another phone. */
    Move instead(LegId other, ServiceRequest.Reply asking) {
        return new Move(from, other, asking, left, byPeer);
    }

    boolean hasLeft() {
        return left != null;
    }

    LegReleased leaving() {
        return new LegReleased(from, left, byPeer, null);
    }
}
