package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.probe.Script;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two trees that call each other at the same time: neither waits for ever. */
class CrossedCallsTest extends ProbeTest {
    @Test
    void twoTreesThatCallEachOtherRetryInsteadOfBlockingForEver() {
        slee.close();
        useSlee(new TestSlee(settings -> settings.treeWaitMillis(50)));
        services("Probe");
        start("a", "b");
        AtomicReference<ProbeLocal> a = new AtomicReference<>();
        AtomicReference<ProbeLocal> b = new AtomicReference<>();
        alpha("a", (sbb, aci, event) -> a.set((ProbeLocal) sbb.self()));
        alpha("b", (sbb, aci, event) -> b.set((ProbeLocal) sbb.self()));
        CyclicBarrier bothInside = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();

        fireAlpha("a", callOther(b, bothInside, attempts));
        fireAlpha("b", callOther(a, bothInside, attempts));
        slee.settle();

        assertThat(Probe.about("called")).hasSize(2);
        assertThat(attempts.get()).isGreaterThan(2);
        assertThat(Probe.about("sbbExceptionThrown")).isEmpty();
        assertThat(Probe.about("sbbRolledBack")).isEmpty();
    }

    private static Script callOther(
            AtomicReference<ProbeLocal> other, CyclicBarrier bothInside, AtomicInteger attempts) {
        return (sbb, aci, event) -> {
            if (attempts.incrementAndGet() <= 2) {
                bothInside.await();
            }
            other.get().call(there -> there.setCount(there.getCount() + 1));
            sbb.setValue("called");
            Probe.note("called");
        };
    }
}
