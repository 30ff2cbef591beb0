package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.probe.Script;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Trees call each other crosswise and change both sides in one transaction: nothing is lost, nothing is doubled. */
class TransferStressTest extends StressTest {
    private static final int TREES = 5;
    private static final int BEGIN = 1_000;

    private final ConcurrentMap<Integer, ProbeLocal> trees = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatOneTreeGivesAnotherGets() throws InterruptedException {
        slee.close();
        useSlee(new TestSlee(settings -> settings.clock(Clock.systemUTC())
                .threads(THREADS)
                .treeWaitMillis(5)
                .queueLimits(100_000, 1_000_000)));
        services("Probe");
        for (int i = 0; i < TREES; i++) {
            int tree = i;
            start("a" + tree);
            alpha("a" + tree, (sbb, aci, event) -> {
                sbb.setCount(BEGIN);
                trees.put(tree, (ProbeLocal) sbb.self());
            });
        }

        race((number, random) -> {
            int from = random.nextInt(TREES);
            int to = (from + 1 + random.nextInt(TREES - 1)) % TREES;
            int amount = random.nextInt(10);
            boolean fails = random.nextInt(10) == 0;
            while (statistics().queueLength() > 50) {
                Thread.onSpinWait();
            }
            fireAlpha("a" + from, transfer(to, amount, fails));
        });

        AtomicLong sum = new AtomicLong();
        for (int i = 0; i < TREES; i++) {
            alpha("a" + i, (sbb, aci, event) -> sum.addAndGet(sbb.getCount()));
        }
        assertThat(sum.get()).isEqualTo((long) TREES * BEGIN);
        assertThat(done.get()).as("transfers").isPositive();
        for (int i = 0; i < TREES; i++) {
            end("a" + i);
        }
        assertNothingIsLeft();
    }

    private Script transfer(int to, int amount, boolean fails) {
        return (sbb, aci, event) -> {
            sbb.setCount(sbb.getCount() - amount);
            trees.get(to).call(other -> other.setCount(other.getCount() + amount));
            if (fails) {
                throw new IllegalStateException("on purpose");
            }
            done.incrementAndGet();
        };
    }
}
