package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.ContainerState;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubFailure;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.slee.nullactivity.NullActivity;
import org.junit.jupiter.api.RepeatedTest;

/** The SLEE stops while RAs fire: it stops, and nothing is left. */
class StopUnderLoadStressTest extends StressTest {
    @RepeatedTest(3)
    void sleeStopsWithNothingLeft() throws Exception {
        services("Probe", "High", "Constant");
        AtomicInteger numbers = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            callers.add(new Thread(() -> callUntilRefused(numbers)));
        }
        callers.forEach(Thread::start);
        while (numbers.get() < 500) {
            Thread.onSpinWait();
        }

        long begin = System.nanoTime();
        container().stop();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(container().state()).isEqualTo(ContainerState.STOPPED);
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        assertThat(violations).isEmpty();
        assertThat(statistics().entityCount()).as("entities").isZero();
        assertThat(statistics().activities().values()).as("activities").containsOnly(0);
        assertThat(stub.callbacks()).endsWith("raInactive");
    }

    private void callUntilRefused(AtomicInteger numbers) {
        try {
            while (true) {
                String activity = "a" + numbers.incrementAndGet();
                start(activity);
                fireAlpha(activity, (sbb, aci, event) -> {
                    sbb.fireBeta(new StubEvent(nothing()), aci, null);
                    NullActivity own = sbb.nullActivity();
                    if (own != null) {
                        sbb.contextOf(own).attach(sbb.self());
                    }
                });
                if (numbers.get() % 3 == 0) {
                    stub.end(activity, StubResource.Mode.PLAIN);
                }
            }
        } catch (IllegalStateException | StubFailure refused) {
            // The SLEE is stopping.
        } catch (RuntimeException e) {
            violations.add(e.toString());
        }
    }
}
