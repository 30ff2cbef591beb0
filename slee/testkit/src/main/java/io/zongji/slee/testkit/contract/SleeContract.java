package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.Statistics;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;

/**
 * A running SLEE with the probe unit and an active RA entity {@code stub}, new for each test, and short words for what
 * contract tests do with it. The SLEE may have other things to do: what is alive counts from the beginning of the test.
 */
public interface SleeContract {
    SleeContainer container();

    /** The interface of the RA entity {@code stub}. */
    StubResource stub();

    /** What was alive in the SLEE before the test. */
    Statistics before();

    /** Waits until no event of the test is queued or under way. */
    void settle();

    /** Lets time pass for the SLEE, virtual or real, and settles. */
    void advance(Duration by);

    /** Milliseconds of the SLEE's clock. */
    long now();

    // --- what happens ---

    /** Activates probe services, in this order. */
    default void services(String... names) {
        for (String name : names) {
            activate(Probe.service(name));
        }
    }

    default void activate(ServiceID service) {
        try {
            container().activateService(service);
        } catch (UnrecognizedServiceException | InvalidStateException e) {
            throw new AssertionError(e);
        }
        settle();
    }

    default void deactivate(String service) {
        try {
            container().deactivateService(Probe.service(service));
        } catch (UnrecognizedServiceException | InvalidStateException e) {
            throw new AssertionError(e);
        }
        settle();
    }

    default void start(String... activities) {
        for (String activity : activities) {
            stub().start(activity, StubResource.Mode.PLAIN);
        }
    }

    /** Fires Alpha, which is initial for most services, and waits until it is delivered. */
    default void alpha(String activity, Script script) {
        fireAlpha(activity, script);
        settle();
    }

    default void fireAlpha(String activity, Script script) {
        stub().fire(activity, StubResource.ALPHA, new StubEvent(script));
    }

    default void beta(String activity, Script script) {
        stub().fire(activity, StubResource.BETA, new StubEvent(script));
        settle();
    }

    default void end(String... activities) {
        for (String activity : activities) {
            stub().end(activity, StubResource.Mode.PLAIN);
        }
        settle();
    }

    default Script nothing() {
        return (sbb, aci, event) -> {};
    }

    /** A script that only one SBB follows. */
    default Script in(String sbbName, Script script) {
        return (sbb, aci, event) -> {
            if (sbb.name().equals(sbbName)) {
                script.run(sbb, aci, event);
            }
        };
    }

    // --- what is alive ---

    default Statistics statistics() {
        return container().statistics();
    }

    default int entities(String sbb) {
        return statistics().entities().get(Probe.sbb(sbb));
    }

    /** Activities of an RA entity; {@code null} for null activities. */
    default int activities(String source) {
        return statistics().activities().getOrDefault(source, 0)
                - before().activities().getOrDefault(source, 0);
    }

    default int timers() {
        return statistics().timers() - before().timers();
    }

    default int names() {
        return statistics().names() - before().names();
    }

    default void assertNothingIsLeft() {
        settle();
        assertThat(statistics().entityCount() - before().entityCount())
                .as("entities")
                .isZero();
        assertThat(activities("stub")).as("activities of the RA").isZero();
        assertThat(activities("null")).as("null activities").isZero();
        assertThat(timers()).as("timers").isZero();
        assertThat(names()).as("names").isZero();
    }
}
