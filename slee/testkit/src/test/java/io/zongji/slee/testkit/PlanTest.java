package io.zongji.slee.testkit;

import io.zongji.slee.container.profile.Profiles;
import io.zongji.slee.testkit.plan.PlanSbb;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.slee.profile.ProfileSpecificationID;
import org.junit.jupiter.api.BeforeEach;

/** A SLEE with the dialling plan's profile specification and an SBB that reads it. */
abstract class PlanTest extends ProbeTest {
    protected static final ProfileSpecificationID PLAN = new ProfileSpecificationID("Plan", Probe.VENDOR, "1.0");
    protected static final ProfileSpecificationID FIXED_PLAN =
            new ProfileSpecificationID("FixedPlan", Probe.VENDOR, "1.0");

    @BeforeEach
    void installPlan() {
        installPlan(slee);
        services("PlanReader");
        start("plan");
    }

    protected static void installPlan(TestSlee slee) {
        ClassLoader loader = PlanSbb.class.getClassLoader();
        slee.install(TestSlee.unitRoot(loader, "io/zongji/slee/testkit/plan"), loader);
    }

    protected Profiles profiles() {
        return slee.container().profiles();
    }

    /** A table "plans" with an entry by prefix and cost for each pair. */
    protected void plans(Object... prefixesAndCosts) throws Exception {
        profiles().createTable(PLAN, "plans");
        for (int i = 0; i < prefixesAndCosts.length; i += 2) {
            String prefix = (String) prefixesAndCosts[i];
            profiles().create("plans", "to" + prefix, Map.of("prefix", prefix, "cost", prefixesAndCosts[i + 1]));
        }
    }

    /** Runs a script in the SBB and fails if it threw anything. */
    protected void inSbb(PlanSbb.Script script) {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        PlanSbb.Script watched = sbb -> {
            try {
                script.run(sbb);
            } catch (Exception | AssertionError e) {
                failed.set(e);
            }
        };
        stub.fire("plan", StubResource.ALPHA, new StubEvent(watched));
        slee.settle();
        if (failed.get() != null) {
            throw new AssertionError("the script failed", failed.get());
        }
    }
}
