package io.zongji.sbb.cti;

import io.zongji.domain.config.OutboundAccount;
import io.zongji.domain.config.Trunk;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How a call gets outside.
 *
 * @param trunk          the trunk's name
 * @param patienceMillis how long it may be silent
 * @param account        what the call is made with; null when the carrier does not ask
 * @param others         where to go instead when this trunk fails, the best first
 */
record Way(String trunk, long patienceMillis, OutboundAccount account, List<Destination> others)
        implements Serializable {
    Way {
        Objects.requireNonNull(trunk, "trunk");
        others = List.copyOf(others);
    }

    static Way over(Trunk trunk) {
        return new Way(
                trunk.name(),
                trunk.outbound().patience().toMillis(),
                trunk.outbound().account(),
                List.of());
    }

    Way with(List<Destination> alternatives) {
        return new Way(trunk, patienceMillis, account, alternatives);
    }
}
