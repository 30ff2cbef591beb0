package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubEvent;
import java.time.Duration;
import javax.slee.Address;
import javax.slee.AddressPlan;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;
import org.junit.jupiter.api.Test;

/** Timers as SBBs see them. */
public interface TimerContract extends SleeContract {
    @Test
    default void timerOfThePastFiresAtOnceAfterTheCommit() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.timers().setTimer(aci, null, now() - 1_000, new TimerOptions());
            Probe.note("still in Alpha");
        });
        advance(Duration.ofMillis(100));

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "still in Alpha", "Root Timer");
        assertThat(timers()).isZero();
    }

    @Test
    default void timerThatFiresOnceHasNoPeriod() {
        services("Probe");
        start("a");
        Address address = new Address(AddressPlan.SIP, "sip:one@here");
        Probe.when("Timer", (sbb, aci, event) -> {
            TimerEvent timer = (TimerEvent) event.getEvent();
            Probe.note("fired " + (timer.getPeriod() == Long.MAX_VALUE) + timer.getNumRepetitions()
                    + timer.getRemainingRepetitions() + timer.getMissedRepetitions()
                    + address.equals(event.getAddress()));
            assertThat(timer.getExpiryTime()).isLessThanOrEqualTo(now());
        });

        alpha("a", (sbb, aci, event) -> sbb.timers().setTimer(aci, address, now() + 50, new TimerOptions()));
        advance(Duration.ofMillis(300));

        assertThat(Probe.about("fired")).containsExactly("fired true100true");
    }

    @Test
    default void timerWithoutNumberOfRepetitionsGoesOnUntilItIsCancelled() {
        services("Probe");
        start("a");
        Probe.when("Timer", (sbb, aci, event) -> {
            TimerEvent timer = (TimerEvent) event.getEvent();
            sbb.setCount(sbb.getCount() + 1);
            if (sbb.getCount() == 3) {
                sbb.timers().cancelTimer(timer.getTimerID());
            }
        });

        alpha("a", (sbb, aci, event) -> sbb.timers()
                .setTimer(aci, null, now() + 20, 20, 0, new TimerOptions(10, TimerPreserveMissed.ALL)));
        advance(Duration.ofMillis(500));

        assertThat(Probe.about("Timer")).hasSize(3);
        assertThat(timers()).isZero();
    }

    @Test
    default void optionsOfTheCallerAreNotChanged() {
        services("Probe");
        start("a");
        TimerOptions options = new TimerOptions();
        long timeout = options.getTimeout();

        alpha("a", (sbb, aci, event) -> sbb.timers().setTimer(aci, null, now() + 20, 10, 2, options));
        advance(Duration.ofMillis(200));

        assertThat(options.getTimeout()).isEqualTo(timeout);
        assertThat(options.getPreserveMissed()).isEqualTo(TimerPreserveMissed.LAST);
    }

    @Test
    default void wrongTimersAreRefused() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            TimerFacility timers = sbb.timers();
            TimerOptions slow = new TimerOptions(1_000, TimerPreserveMissed.ALL);
            assertThatThrownBy(() -> timers.setTimer(null, null, 1, slow)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> timers.setTimer(aci, null, 1, null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> timers.setTimer(aci, null, -1, slow)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> timers.setTimer(aci, null, 1, 0, 1, slow))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> timers.setTimer(aci, null, 1, 2_000, -1, slow))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> timers.setTimer(aci, null, 1, 999, 1, slow))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> timers.cancelTimer(null)).isInstanceOf(NullPointerException.class);
            Probe.note("refused");
        });

        assertThat(Probe.about("refused")).hasSize(1);
        assertThat(timers()).isZero();
    }

    @Test
    default void timerKnowsItsActivityUntilItIsOver() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            TimerID id = sbb.timers().setTimer(aci, null, now() + 60_000, new TimerOptions());
            assertThat(sbb.timers().getActivityContextInterface(id)).isEqualTo(aci);
            Script cancel = (again, on, context) -> {
                again.timers().cancelTimer(id);
                again.timers().cancelTimer(id);
            };
            Script look = (again, on, context) -> {
                assertThat(again.timers().getActivityContextInterface(id)).isNull();
                Probe.note("over");
            };
            sbb.fireBeta(new StubEvent(cancel), aci, null);
            sbb.fireBeta(new StubEvent(look), aci, null);
        });

        assertThat(Probe.about("over")).hasSize(1);
        assertThat(timers()).isZero();
    }
}
