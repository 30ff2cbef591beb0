package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import javax.slee.resource.ConfigProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A SLEE with the stub resource adaptor and the probe services, and short words for what tests do with them. */
abstract class ProbeTest {
    protected TestSlee slee;
    protected StubResource stub;

    @BeforeEach
    void startSlee() {
        Probe.reset();
        useSlee(new TestSlee());
    }

    protected void useSlee(TestSlee other) {
        slee = other;
        ClassLoader loader = Probe.class.getClassLoader();
        slee.install(TestSlee.unitRoot(loader, "io/zongji/slee/testkit/unit"), loader);
        slee.resourceAdaptor(StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties());
        stub = (StubResource) slee.container().resourceAdaptorInterface(StubResource.TYPE, "stub");
    }

    @AfterEach
    void stopSlee() {
        slee.close();
        assertThat(Probe.failedAssertions())
                .as("assertions that failed inside SBBs")
                .isEmpty();
    }

    protected void services(String... names) {
        for (String name : names) {
            slee.activate(Probe.service(name));
        }
    }

    protected void start(String... activities) {
        for (String activity : activities) {
            stub.start(activity, StubResource.Mode.PLAIN);
        }
    }

    /** Fires Alpha, which is initial for most services, and waits until it is delivered. */
    protected void alpha(String activity, Script script) {
        fireAlpha(activity, script);
        slee.settle();
    }

    protected void fireAlpha(String activity, Script script) {
        stub.fire(activity, StubResource.ALPHA, new StubEvent(script));
    }

    protected void beta(String activity, Script script) {
        stub.fire(activity, StubResource.BETA, new StubEvent(script));
        slee.settle();
    }

    protected void end(String... activities) {
        for (String activity : activities) {
            stub.end(activity, StubResource.Mode.PLAIN);
        }
        slee.settle();
    }

    protected static Script nothing() {
        return (sbb, aci, event) -> {};
    }

    /** A script that only one SBB follows. */
    protected static Script in(String sbbName, Script script) {
        return (sbb, aci, event) -> {
            if (sbb.name().equals(sbbName)) {
                script.run(sbb, aci, event);
            }
        };
    }

    protected int entities(String sbb) {
        return slee.statistics().entities().get(Probe.sbb(sbb));
    }

    protected void assertNothingIsLeft() {
        slee.settle();
        assertThat(slee.statistics().entityCount()).as("entities").isZero();
        assertThat(slee.statistics().activityCount()).as("activities").isZero();
        assertThat(slee.statistics().timers()).as("timers").isZero();
        assertThat(slee.statistics().names()).as("names").isZero();
    }
}
