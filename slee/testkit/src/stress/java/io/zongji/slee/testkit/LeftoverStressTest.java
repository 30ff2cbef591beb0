package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.probe.ProbeSbb;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.facilities.TimerOptions;
import org.junit.jupiter.api.RepeatedTest;

/** Random calls with everything SBBs can do, rollbacks included: in the end nothing is left. */
class LeftoverStressTest extends ProbeTest {
    private static final int THREADS = 3;
    private static final int CALLS = 200;

    @RepeatedTest(3)
    void nothingIsLeftOfRandomCalls() throws InterruptedException {
        services("Probe", "High", "Constant", "ByAddress");
        long seed = ThreadLocalRandom.current().nextLong();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int caller = i;
            callers.add(new Thread(() -> calls("c" + caller + "/", new Random(seed + caller))));
        }

        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        slee.advance(Duration.ofSeconds(2));

        slee.settle();
        assertThat(Probe.about("Alpha")).hasSizeGreaterThan(3 * THREADS * CALLS);
        assertThat(Probe.about("sbbRolledBack")).isNotEmpty();
        assertThat(slee.statistics().entityCount()).as("entities, seed " + seed).isZero();
        assertThat(slee.statistics().activityCount())
                .as("activities, seed " + seed)
                .isZero();
        assertThat(slee.statistics().timers()).as("timers, seed " + seed).isZero();
        assertThat(slee.statistics().names()).as("names, seed " + seed).isZero();
    }

    private void calls(String prefix, Random random) {
        List<String> up = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            String activity = prefix + i;
            stub.start(activity, StubResource.Mode.PLAIN);
            up.add(activity);
            stub.fire(activity, StubResource.ALPHA, new StubEvent(randomScript(new Random(random.nextLong()))));
            String other = up.get(random.nextInt(up.size()));
            stub.fire(other, StubResource.BETA, new StubEvent(randomScript(new Random(random.nextLong()))));
            if (random.nextInt(3) > 0) {
                stub.end(up.remove(random.nextInt(up.size())), StubResource.Mode.PLAIN);
            }
        }
        up.forEach(activity -> stub.end(activity, StubResource.Mode.PLAIN));
    }

    /** A few random deeds; some scripts fail in the end. */
    private Script randomScript(Random random) {
        int deeds = random.nextInt(4);
        return (sbb, aci, event) -> {
            for (int i = 0; i < deeds; i++) {
                int deed;
                synchronized (random) {
                    deed = random.nextInt(9);
                }
                act(deed, sbb, aci);
            }
            synchronized (random) {
                if (random.nextInt(5) == 0) {
                    throw new IllegalStateException("now and then");
                }
            }
        };
    }

    private void act(int deed, ProbeSbb sbb, ActivityContextInterface aci) throws Exception {
        switch (deed) {
            case 0 -> sbb.attachChild(sbb.getChild(), aci).call(child -> child.setValue("new"));
            case 1 -> aci.detach(sbb.self());
            case 2 -> sbb.timers().setTimer(aci, null, slee.clock().millis() + 500, new TimerOptions());
            case 3 -> bind(sbb, aci);
            case 4 -> sbb.contextOf(sbb.nullActivity());
            case 5 -> {
                ActivityContextInterface other = sbb.contextOf(sbb.nullActivity());
                sbb.timers().setTimer(other, null, slee.clock().millis() + 700, new TimerOptions());
            }
            case 6 -> {
                for (SbbLocalObject child : sbb.getChild()) {
                    ((ProbeLocal) child).add(1, 2);
                    child.remove();
                }
            }
            case 7 -> sbb.setCount(sbb.getCount() + 1);
            default -> {
                if (!aci.isEnding()) {
                    sbb.fireGamma(new StubEvent("no script"), aci, null, null);
                }
            }
        }
    }

    private static void bind(ProbeSbb sbb, ActivityContextInterface aci) {
        try {
            sbb.names().bind(aci, "name/" + aci);
        } catch (NameAlreadyBoundException e) {
            Probe.note("taken");
        }
    }
}
