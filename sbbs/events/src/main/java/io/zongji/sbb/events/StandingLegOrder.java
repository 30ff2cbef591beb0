package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import java.util.Objects;

/**
 * ACD to the standing leg of an agent: it is to stand, or to end. One that stands at this number, or is being called there,
 * is left as it is.
 *
 * @param number of the phone outside; null to end the leg
 */
public record StandingLegOrder(AgentId agent, String number) {
    public StandingLegOrder {
        Objects.requireNonNull(agent, "agent");
    }
}
