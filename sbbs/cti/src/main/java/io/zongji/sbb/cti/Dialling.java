package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.call.Direction;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * A call that one of ours makes.
 *
 * @param device  the extension of the one who calls
 * @param target  the extension or outside number that is called
 * @param shown   the number of ours that the called party shall see; null for the usual one
 * @param byPhone the caller has dialled at the phone, which hears ringing; else the phone is rung first
 * @param engaged the agents among the two whom the ACD gives no other call meanwhile
 */
record Dialling(String device, String target, String shown, boolean byPhone, Direction direction, Set<AgentId> engaged)
        implements Serializable {

    Dialling(String device, String target, String shown, boolean byPhone, Direction direction) {
        this(device, target, shown, byPhone, direction, Set.of());
    }

    /** The agent goes on in another call, which gives them back to the ACD; null for nobody. */
    Dialling without(AgentId agent) {
        HashSet<AgentId> fewer = new HashSet<>(engaged);
        fewer.remove(agent);
        return new Dialling(device, target, shown, byPhone, direction, Set.copyOf(fewer));
    }

    Dialling with(AgentId agent) {
        HashSet<AgentId> more = new HashSet<>(engaged);
        more.add(agent);
        return new Dialling(device, target, shown, byPhone, direction, Set.copyOf(more));
    }
}
