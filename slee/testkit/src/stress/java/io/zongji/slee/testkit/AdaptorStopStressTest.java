package io.zongji.slee.testkit;

import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An RA entity is deactivated while its threads start activities: once it is inactive it has none and gets none. */
class AdaptorStopStressTest extends StressTest {
    private final AtomicBoolean managed = new AtomicBoolean();

    @Test
    void inactiveAdaptorHasNoActivities() throws InterruptedException {
        services("Probe");

        race((number, random) -> {
            if (number % 20 == 0 && managed.compareAndSet(false, true)) {
                stopAndStartAgain();
                managed.set(false);
            }
            String activity = "a" + number;
            if (started(activity)) {
                stub.fire(activity, StubResource.ALPHA, new StubEvent(nothing()));
                stub.end(activity, StubResource.Mode.PLAIN);
            }
        });

        assertNothingIsLeft();
    }

    private void stopAndStartAgain() throws Exception {
        container().deactivateResourceAdaptorEntity("stub");
        long end = System.nanoTime() + 5_000_000_000L;
        while (container().resourceAdaptorEntityState("stub") != EntityState.INACTIVE) {
            if (System.nanoTime() > end) {
                violations.add("still " + container().resourceAdaptorEntityState("stub") + " with " + activities("stub")
                        + " activities");
                return;
            }
            Thread.onSpinWait();
        }
        if (activities("stub") > 0) {
            violations.add("inactive with " + activities("stub") + " activities");
        }
        container().activateResourceAdaptorEntity("stub");
    }

    private boolean started(String activity) {
        try {
            start(activity);
            return true;
        } catch (IllegalStateException notActive) {
            return false;
        }
    }
}
