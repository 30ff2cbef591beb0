package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.phone.StandingLegs;
import io.zongji.sbb.events.StandingLegOrder;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The phones outside that stay on the line between calls, to be let go when the call centre stops. */
record OpenStandingLegs(StandingLegs legs, EventInlet inlet) {

    private static final Logger log = LoggerFactory.getLogger(OpenStandingLegs.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** Returns when the phones are told, or after the given time. */
    void endAll(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (AgentId agent : legs.agents()) {
            inlet.fire(new StandingLegOrder(agent, null));
        }
        while (!legs.agents().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        if (!legs.agents().isEmpty()) {
            log.warn(
                    "{} phones outside that stayed on the line did not end in {}",
                    legs.agents().size(),
                    atMost);
        }
    }
}
