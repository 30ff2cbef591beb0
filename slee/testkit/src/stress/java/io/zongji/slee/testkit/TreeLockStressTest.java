package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubActivity;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many activities want one entity tree. */
class TreeLockStressTest extends StressTest {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong delivered = new AtomicLong();

    @Test
    void oneTreeRunsInOneThread() throws InterruptedException {
        services("Constant");
        start("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7");
        AtomicLong fired = new AtomicLong();
        AtomicLong counted = new AtomicLong();

        race((number, random) -> {
            fired.incrementAndGet();
            fireAlpha("a" + random.nextInt(8), alone((sbb, aci, event) -> {
                sbb.setCount(sbb.getCount() + 1);
                counted.incrementAndGet();
            }));
        });

        assertThat(delivered.get()).isEqualTo(fired.get());
        alpha("a0", (sbb, aci, event) -> {
            if (sbb.getCount() != counted.get()) {
                violations.add(sbb.getCount() + " of " + counted + " were counted");
            }
        });
        assertThat(violations).isEmpty();
    }

    /** The tree goes away all the time, so that a lock somebody waits for may belong to a dead tree. */
    @Test
    void treeThatDiesIsFollowedByOneOther() throws InterruptedException {
        services("Constant");
        AtomicLong fired = new AtomicLong();
        start("a0", "a1", "a2", "a3");

        race((number, random) -> {
            boolean fails = random.nextInt(10) == 0;
            boolean dies = random.nextInt(3) == 0;
            fired.incrementAndGet();
            fireAlpha("a" + random.nextInt(4), alone((sbb, aci, event) -> {
                if (dies) {
                    for (int i = 0; i < 4; i++) {
                        sbb.stubFactory()
                                .getActivityContextInterface(new StubActivity("a" + i))
                                .detach(sbb.self());
                    }
                }
                if (fails) {
                    throw new IllegalStateException("on purpose");
                }
            }));
        });

        assertThat(delivered.get()).isEqualTo(fired.get());
        assertThat(entities("ConstantRoot")).isLessThanOrEqualTo(1);
        end("a0", "a1", "a2", "a3");
        assertNothingIsLeft();
    }

    private Script alone(Script script) {
        return (sbb, aci, event) -> {
            delivered.incrementAndGet();
            if (inside.incrementAndGet() != 1) {
                violations.add("two threads are inside one tree");
            }
            try {
                script.run(sbb, aci, event);
            } finally {
                inside.decrementAndGet();
            }
        };
    }
}
