package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A suspended delivery is resumed just when its time is over: the next entity gets the event, and gets it once. */
class ResumeAgainstTimeoutStressTest extends StressTest {
    private final ConcurrentMap<Integer, AtomicInteger> served = new ConcurrentHashMap<>();

    @Test
    void theNextEntityGetsTheEventOnce() throws InterruptedException {
        services("Probe");
        Set<Integer> attached = ConcurrentHashMap.newKeySet();

        race((number, random) -> {
            String activity = "a" + number;
            String other = "b" + number;
            int millis = 1 + random.nextInt(15);
            start(activity, other);
            fireAlpha(activity, in("Root", (sbb, aci, event) -> {
                sbb.attachChild(sbb.getChild(), aci);
                sbb.stubFactory()
                        .getActivityContextInterface(new StubActivity(other))
                        .attach(sbb.self());
                attached.add(number);
            }));
            stub.fire(activity, StubResource.BETA, new StubEvent(suspend(number, millis)));
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(15)).toNanos());
            stub.fire(other, StubResource.BETA, new StubEvent(resume()));
            stub.end(activity, StubResource.Mode.PLAIN);
            stub.end(other, StubResource.Mode.PLAIN);
        });

        for (int i = 0; i < 100 && activities("stub") > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(attached).isNotEmpty();
        attached.removeIf(
                number -> served.containsKey(number) && served.get(number).get() == 1);
        assertThat(attached).as("rounds without the one event").isEmpty();
        assertNothingIsLeft();
    }

    private Script suspend(int number, int millis) {
        return (sbb, aci, event) -> {
            if (sbb.name().equals("Root")) {
                event.suspendDelivery(millis);
                sbb.setHeld(event);
            } else {
                served.computeIfAbsent(number, key -> new AtomicInteger()).incrementAndGet();
            }
        };
    }

    private static Script resume() {
        return (sbb, aci, event) -> {
            if (sbb.getHeld() != null && sbb.getHeld().isSuspended()) {
                sbb.getHeld().resumeDelivery();
            }
        };
    }
}
