package io.zongji.server;

import io.zongji.domain.trunk.TrunkRegistrations;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets carriers know that we go, before the SLEE stops in which that is done. */
record SignOff(TrunkRegistrations registrations, Duration atMost) {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** Waits until no carrier sends us calls any more; not long, for one that does not answer. */
    void leave() {
        registrations.leave(true);
        long end = System.nanoTime() + atMost.toNanos();
        while (!registrations.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
