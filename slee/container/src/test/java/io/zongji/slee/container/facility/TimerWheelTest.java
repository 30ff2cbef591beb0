package io.zongji.slee.container.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private long now = 1_000_003;
    private final TimerWheel wheel = new TimerWheel(() -> now);
    private final List<String> ran = new ArrayList<>();

    private void moveTo(long time) {
        now = time;
        wheel.turn();
    }

    @Test
    void nothingRunsEarlyAndNothingMoreThanATickLate() {
        Random random = new Random(7);
        List<Long> late = new ArrayList<>();
        long start = now;
        for (int i = 0; i < 2_000; i++) {
            long due = start + 1 + random.nextInt(30_000);
            wheel.at(due, () -> late.add(now - due));
        }

        for (long time = start; time <= start + 30_020; time++) {
            moveTo(time);
        }

        assertThat(late).hasSize(2_000).allMatch(by -> by >= 0 && by <= TimerWheel.RESOLUTION_MILLIS);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void afterALongSleepEverythingDueRunsInOrder() {
        wheel.after(90_000, () -> ran.add("90 s"));
        wheel.after(20, () -> ran.add("20 ms"));
        wheel.after(6_000, () -> ran.add("6 s"));
        wheel.after(200_000, () -> ran.add("200 s"));

        moveTo(now + 100_000);

        assertThat(ran).containsExactly("20 ms", "6 s", "90 s");
        assertThat(wheel.size()).isEqualTo(1);
    }

    @Test
    void cancelledActionsDoNotRun() {
        Runnable cancel = wheel.after(50, () -> ran.add("cancelled"));
        wheel.after(50, () -> ran.add("kept"));

        cancel.run();
        cancel.run();
        moveTo(now + 100);
        cancel.run();

        assertThat(ran).containsExactly("kept");
        assertThat(wheel.size()).isZero();
    }

    @Test
    void whatIsDueRunsAtOnce() {
        wheel.at(now, () -> ran.add("now"));
        wheel.at(now - 5, () -> ran.add("past"));

        assertThat(ran).containsExactly("now", "past");
    }

    @Test
    void oneFailingActionDoesNotStopTheOthers() {
        wheel.after(10, () -> {
            throw new IllegalStateException("on purpose");
        });
        wheel.after(20, () -> ran.add("after"));

        moveTo(now + 50);

        assertThat(ran).containsExactly("after");
    }
}
