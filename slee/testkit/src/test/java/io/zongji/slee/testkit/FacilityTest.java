package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import javax.slee.EventTypeID;
import javax.slee.connection.ExternalActivityHandle;
import javax.slee.connection.SleeConnection;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.facilities.NameNotBoundException;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;
import javax.slee.nullactivity.NullActivity;
import org.junit.jupiter.api.Test;

/** Timers, names, and the way in from outside. */
class FacilityTest extends ProbeTest {
    @Test
    void periodicTimerCountsItsRepetitions() {
        services("Probe");
        start("a");
        Probe.when("Timer", (sbb, aci, event) -> {
            TimerEvent timer = (TimerEvent) event.getEvent();
            Probe.note("left " + timer.getRemainingRepetitions() + " of " + timer.getNumRepetitions());
        });

        alpha("a", (sbb, aci, event) -> sbb.timers()
                .setTimer(aci, null, slee.clock().millis() + 100, 100, 3, new TimerOptions()));
        slee.advance(Duration.ofSeconds(2));

        assertThat(Probe.about("left")).containsExactly("left 2 of 3", "left 1 of 3", "left 0 of 3");
        assertThat(slee.statistics().timers()).isZero();
    }

    @Test
    void lateExpiriesFollowTheOptions() {
        services("Probe");
        start("a");
        Probe.when("Timer", (sbb, aci, event) -> {
            TimerEvent timer = (TimerEvent) event.getEvent();
            Probe.note("period " + timer.getPeriod() + " missed " + timer.getMissedRepetitions());
        });
        alpha("a", (sbb, aci, event) -> {
            long soon = slee.clock().millis() + 1_000;
            sbb.timers().setTimer(aci, null, soon, 1_000, 5, new TimerOptions(10, TimerPreserveMissed.ALL));
            sbb.timers().setTimer(aci, null, soon, 1_001, 5, new TimerOptions(10, TimerPreserveMissed.LAST));
            sbb.timers().setTimer(aci, null, soon, 1_002, 5, new TimerOptions(10, TimerPreserveMissed.NONE));
        });

        slee.jump(Duration.ofMillis(3_500));

        assertThat(Probe.about("period 1000")).hasSize(3).containsOnly("period 1000 missed 0");
        assertThat(Probe.about("period 1001")).containsExactly("period 1001 missed 2");
        assertThat(Probe.about("period 1002")).isEmpty();
    }

    @Test
    void cancelBeatsAnEventThatIsQueued() {
        services("Probe");
        start("a", "b");
        alpha("a", (sbb, aci, event) -> sbb.setKept(aci));
        alpha("a", (sbb, aci, event) -> {
            // Due at once: queued behind this very event when it commits, and then cancelled by the next one in line.
            Object id = sbb.timers().setTimer(aci, null, slee.clock().millis() + 100, new TimerOptions());
            sbb.fireBeta(
                    new StubEvent((io.zongji.slee.testkit.probe.Script) (again, on, context) -> {
                        slee.jumpWithoutSettling(Duration.ofMillis(200));
                        again.timers().cancelTimer((javax.slee.facilities.TimerID) id);
                    }),
                    aci,
                    null);
        });

        assertThat(Probe.about("Timer")).isEmpty();
    }

    @Test
    void namesAreOneFlatNamespace() {
        services("Probe");
        start("a", "b");
        alpha("a", (sbb, aci, event) -> sbb.names().bind(aci, "agent/7"));

        alpha("b", (sbb, aci, event) -> {
            assertThat(sbb.names().lookup("agent/7").getActivity().toString()).contains("a");
            assertThat(sbb.names().lookup("agent/8")).isNull();
            assertThatThrownBy(() -> sbb.names().bind(aci, "agent/7")).isInstanceOf(NameAlreadyBoundException.class);
            assertThatThrownBy(() -> sbb.names().unbind("agent/8")).isInstanceOf(NameNotBoundException.class);
            assertThatThrownBy(() -> sbb.names().bind(aci, "")).isInstanceOf(IllegalArgumentException.class);
            sbb.names().unbind("agent/7");
            sbb.names().bind(aci, "agent/7");
            Probe.note("moved");
        });

        assertThat(Probe.about("moved")).hasSize(1);
        end("a");
        assertThat(slee.statistics().names()).isEqualTo(1);
        end("b");
        assertNothingIsLeft();
    }

    @Test
    void eventsFromOutsideArriveOnNullActivities() throws Exception {
        services("Probe");
        SleeConnection connection = slee.container().connectionFactory().getConnection();
        EventTypeID alpha = connection.getEventTypeID("stub.Alpha", "io.zongji.testkit", "1.0");
        ExternalActivityHandle handle = connection.createActivityHandle();

        for (int i = 0; i < 3; i++) {
            connection.fireEvent(
                    new StubEvent((io.zongji.slee.testkit.probe.Script) (sbb, aci, event) -> {
                        assertThat(aci.getActivity()).isInstanceOf(NullActivity.class);
                        aci.detach(sbb.self());
                    }),
                    alpha,
                    handle,
                    null);
            slee.settle();
        }

        assertThat(Probe.about("Alpha")).hasSize(3);
        assertNothingIsLeft();
    }

    @Test
    void environmentHasConstantsAndResources() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            assertThat(sbb.lookup("limit", Integer.class)).isEqualTo(7);
            assertThat(sbb.resource()).isSameAs(stub);
            javax.naming.Context env = (javax.naming.Context) new javax.naming.InitialContext().lookup("java:comp/env");
            assertThat(env.lookup("slee/resources/stub/resource")).isSameAs(stub);
            Probe.note("found");
        });

        assertThat(Probe.about("found")).hasSize(1);
        assertThat(StubResource.TYPE.getName()).isEqualTo("Stub");
    }
}
