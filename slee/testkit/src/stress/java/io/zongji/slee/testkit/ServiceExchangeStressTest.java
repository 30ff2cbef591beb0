package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.slee.ServiceID;
import javax.slee.management.ServiceState;
import org.junit.jupiter.api.Test;

/** One service takes over from another while initial events come: each of them meets exactly one of the two. */
class ServiceExchangeStressTest extends StressTest {
    private static final ServiceID ONE = Probe.service("Probe");
    private static final ServiceID OTHER = Probe.service("High");

    private final ConcurrentMap<Integer, AtomicInteger> served = new ConcurrentHashMap<>();

    @Test
    void everyInitialEventMeetsOneOfTheServices() throws InterruptedException {
        services("Probe");
        AtomicInteger exchanges = new AtomicInteger();
        AtomicInteger fired = new AtomicInteger();

        race((number, random) -> {
            if (number % 200 == 0) {
                synchronized (this) {
                    exchange();
                    exchanges.incrementAndGet();
                }
            }
            String activity = "a" + number;
            start(activity);
            fired.incrementAndGet();
            fireAlpha(activity, (sbb, aci, event) -> served.computeIfAbsent(number, key -> new AtomicInteger())
                    .incrementAndGet());
            stub.end(activity, StubResource.Mode.PLAIN);
        });

        assertThat(exchanges.get()).isPositive();
        assertThat(served).hasSize(fired.get());
        assertThat(served.values()).allMatch(times -> times.get() == 1);
        assertNothingIsLeft();
    }

    /** The service that leaves becomes inactive when its last entity has gone; then it can come back. */
    private void exchange() throws Exception {
        boolean oneIsActive = container().isServiceActive(ONE);
        ServiceID coming = oneIsActive ? OTHER : ONE;
        while (!container().serviceState(coming).equals(ServiceState.INACTIVE)) {
            Thread.onSpinWait();
        }
        container().exchangeServices(List.of(oneIsActive ? ONE : OTHER), List.of(coming));
    }
}
