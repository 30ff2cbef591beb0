package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeSbb;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.slee.ActivityContextInterface;
import javax.slee.SLEEException;
import org.junit.jupiter.api.Test;

/** An entity attaches to an activity that ends at this moment: it hears of the end or never was attached. */
class EndAgainstAttachStressTest extends StressTest {
    private final Set<String> attached = ConcurrentHashMap.newKeySet();

    @Test
    void whoAttachedHearsOfTheEnd() throws InterruptedException {
        services("Probe");
        Probe.when("End", (sbb, aci, event) -> attached.remove(name(aci)));

        race((number, random) -> {
            String home = "home" + number;
            String other = "other" + number;
            start(home, other);
            boolean fails = random.nextInt(5) == 0;
            fireAlpha(home, (sbb, aci, event) -> {
                boolean isAttached = attach(sbb, other);
                aci.detach(sbb.self());
                if (fails) {
                    throw new IllegalStateException("on purpose");
                }
                if (isAttached) {
                    attached.add(other);
                }
            });
            if (random.nextBoolean()) {
                Thread.yield();
            }
            stub.end(other, StubResource.Mode.PLAIN);
            stub.end(home, StubResource.Mode.PLAIN);
        });

        assertThat(attached).as("never told of the end").isEmpty();
        assertNothingIsLeft();
    }

    /** False if the activity has ended. */
    private boolean attach(ProbeSbb sbb, String activity) {
        try {
            sbb.stubFactory()
                    .getActivityContextInterface(new StubActivity(activity))
                    .attach(sbb.self());
            return true;
        } catch (SLEEException ended) {
            return false;
        }
    }

    private static String name(ActivityContextInterface aci) {
        return ((StubActivity) aci.getActivity()).name();
    }
}
