package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import org.junit.jupiter.api.Test;

/** Timers are cancelled just when they are due, by events on their own and on another activity. */
class CancelAgainstFireStressTest extends StressTest {
    private final ConcurrentMap<Integer, TimerID> timers = new ConcurrentHashMap<>();
    private final Set<TimerID> over = ConcurrentHashMap.newKeySet();
    private final Set<TimerID> cancelled = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<TimerID, Boolean> fired = new ConcurrentHashMap<>();

    @Test
    void aCancelledTimerIsSilentAndEveryOtherFiresOnce() throws InterruptedException {
        services("Probe");
        Probe.when("Timer", (sbb, aci, event) -> fired(((TimerEvent) event.getEvent()).getTimerID()));

        race((number, random) -> {
            String activity = "a" + number;
            String other = "b" + number;
            int delay = random.nextInt(25);
            boolean fromOutside = random.nextBoolean();
            start(activity, other);
            fireAlpha(activity, (sbb, aci, event) -> {
                TimerID id = sbb.timers().setTimer(aci, null, System.currentTimeMillis() + delay, new TimerOptions());
                sbb.fireBeta(new StubEvent((Script) (later, on, context) -> timers.put(number, id)), aci, null);
            });
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(25)).toNanos());
            fireAlpha(fromOutside ? other : activity, (sbb, aci, event) -> {
                TimerID id = timers.get(number);
                if (id != null) {
                    ActivityContextInterface owner = sbb.timers().getActivityContextInterface(id);
                    sbb.timers().cancelTimer(id);
                    if (owner != null) {
                        // In line with the timer's events, so that what is behind it is certainly late.
                        sbb.fireBeta(new StubEvent((Script) (later, on, context) -> cancelled.add(id)), owner, null);
                    }
                    over.add(id);
                }
            });
        });
        awaitTimers();

        assertThat(timers.values()).hasSizeGreaterThan(THREADS);
        assertThat(timers.values()).allMatch(id -> over.contains(id) || fired.containsKey(id));
        assertThat(timers()).isZero();
        assertThat(violations).isEmpty();
    }

    private void fired(TimerID id) {
        if (cancelled.contains(id)) {
            violations.add(id + " fired after it was cancelled");
        }
        if (fired.put(id, true) != null) {
            violations.add(id + " fired twice");
        }
    }

    private void awaitTimers() throws InterruptedException {
        for (int i = 0; i < 100 && timers() > 0; i++) {
            Thread.sleep(20);
        }
        settle();
    }
}
