package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.ContainerState;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.slee.InvalidStateException;
import javax.slee.facilities.TimerOptions;
import javax.slee.management.ServiceState;
import javax.slee.resource.ConfigProperties;
import org.junit.jupiter.api.Test;

/** A SLEE that is stopped and started again, and what its host does before it stops. */
class RestartTest extends ProbeTest {
    @Test
    void whatWasActiveIsActiveAgain() throws Exception {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> sbb.timers()
                .setTimer(aci, null, slee.clock().millis() + 60_000, new TimerOptions()));

        slee.container().stop();
        assertThat(slee.container().state()).isEqualTo(ContainerState.STOPPED);
        assertNothingIsLeft();
        assertThat(slee.container().serviceState(Probe.service("Probe"))).isEqualTo(ServiceState.INACTIVE);
        assertThatThrownBy(() -> start("b")).isInstanceOf(IllegalStateException.class);
        slee.container().start();

        assertThat(slee.container().startFailures()).isEmpty();
        assertThat(stub.callbacks()).endsWith("raInactive", "raActive", "serviceActive Probe");
        start("b");
        alpha("b", (sbb, aci, event) -> sbb.timers()
                .setTimer(aci, null, slee.clock().millis() + 100, new TimerOptions()));
        slee.advance(Duration.ofMillis(100));
        assertThat(Probe.about("Root Alpha")).hasSize(2);
        assertThat(Probe.about("Root Timer")).hasSize(1);
    }

    @Test
    void whatWasDeactivatedOrRemovedStaysAway() throws Exception {
        services("Probe", "High");
        slee.resourceAdaptor(StubResource.RESOURCE_ADAPTOR, "second", new ConfigProperties());
        slee.resourceAdaptor(StubResource.RESOURCE_ADAPTOR, "third", new ConfigProperties());
        slee.deactivate(Probe.service("High"));
        slee.container().deactivateResourceAdaptorEntity("second");

        slee.container().stop();
        slee.container().unbindLinkName("third");
        slee.container().removeResourceAdaptorEntity("third");
        slee.container().start();

        assertThat(slee.container().startFailures()).isEmpty();
        assertThat(slee.container().isServiceActive(Probe.service("Probe"))).isTrue();
        assertThat(slee.container().isServiceActive(Probe.service("High"))).isFalse();
        assertThat(slee.container().resourceAdaptorEntityState("second")).isEqualTo(EntityState.INACTIVE);
    }

    @Test
    void raThatStoppedWithTheSleeIsDeactivatedLikeAnyOtherAfterwards() throws Exception {
        slee.container().stop();
        slee.container().start();
        start("a");

        slee.container().deactivateResourceAdaptorEntity("stub");
        assertThat(slee.container().resourceAdaptorEntityState("stub")).isEqualTo(EntityState.STOPPING);
        end("a");

        assertThat(slee.container().resourceAdaptorEntityState("stub")).isEqualTo(EntityState.INACTIVE);
    }

    @Test
    void timersOfRasAreTheirOwnAndOutliveAStop() throws Exception {
        slee.resourceAdaptor(StubResource.RESOURCE_ADAPTOR, "second", new ConfigProperties());
        StubResource second = (StubResource) slee.container().resourceAdaptorInterface(StubResource.TYPE, "second");
        Timer timer = stub.context().getTimer();
        assertThat(stub.context().getTimer()).isSameAs(timer);
        assertThatThrownBy(timer::cancel).isInstanceOf(UnsupportedOperationException.class);
        assertThat(second.context().getTimer()).isNotSameAs(timer);
        CountDownLatch ran = new CountDownLatch(1);

        slee.container().stop();
        timer.schedule(task(ran::countDown), 0);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        slee.close();
        assertThatThrownBy(() -> timer.schedule(task(() -> {}), 0)).isInstanceOf(IllegalStateException.class);
    }

    private static TimerTask task(Runnable action) {
        return new TimerTask() {
            @Override
            public void run() {
                action.run();
            }
        };
    }

    @Test
    void hostWindsUpWhileEverythingStillWorks() throws Exception {
        services("Probe");
        slee.container().beforeStop(() -> {
            start("last");
            alpha("last", in("Root", (sbb, aci, event) -> {
                sbb.contextOf(sbb.nullActivity()).attach(sbb.self());
                Probe.note("goodbye " + slee.container().state());
            }));
            slee.deactivate(Probe.service("Probe"));
        });

        slee.container().stop();

        assertThat(Probe.about("goodbye")).containsExactly("goodbye STOPPING");
        assertNothingIsLeft();
        slee.container().beforeStop(() -> {});
        slee.container().afterStart(() -> Probe.note("hello " + slee.container().state()));
        slee.container().start();
        assertThat(Probe.about("hello")).containsExactly("hello RUNNING");
        assertThat(slee.container().isServiceActive(Probe.service("Probe"))).isTrue();
    }

    @Test
    void stopCanGoOnBehindTheCallersBack() throws Exception {
        CountDownLatch hostIsReady = new CountDownLatch(1);
        slee.container().beforeStop(() -> awaitUninterruptibly(hostIsReady));

        slee.container().stopSoon();

        assertThat(slee.container().state()).isEqualTo(ContainerState.STOPPING);
        assertThatThrownBy(() -> slee.container().stopSoon()).isInstanceOf(InvalidStateException.class);
        hostIsReady.countDown();
        slee.close();
        assertThat(slee.container().state()).isEqualTo(ContainerState.STOPPED);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
