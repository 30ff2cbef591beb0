package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import java.time.Duration;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import org.junit.jupiter.api.Test;

/** Null activities live as long as somebody refers to them, and no longer. */
public interface NullActivityContract extends SleeContract {
    @Test
    default void implicitNullActivityEndsWhenUnreferenced() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            ActivityContextInterface other = sbb.contextOf(sbb.nullActivity());
            other.attach(sbb.self());
            sbb.setKept(other);
        });
        assertThat(activities("null")).isEqualTo(1);
        beta("a", (sbb, aci, event) -> sbb.getKept().detach(sbb.self()));

        assertThat(activities("null")).isZero();
    }

    @Test
    default void nullActivityHeldByTimerStays() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            ActivityContextInterface other = sbb.contextOf(sbb.nullActivity());
            sbb.timers().setTimer(other, null, now() + 1_000, new TimerOptions());
        });
        advance(Duration.ofMillis(500));
        assertThat(activities("null")).isEqualTo(1);
        advance(Duration.ofSeconds(1));

        assertThat(activities("null")).isZero();
    }

    @Test
    default void nullActivityEndedByHandTellsWhoIsAttached() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> {
            ActivityContextInterface other = sbb.contextOf(sbb.nullActivity());
            other.attach(sbb.self());
            sbb.setKept(other);
        });

        beta("a", (sbb, aci, event) -> ((NullActivity) sbb.getKept().getActivity()).endActivity());

        assertThat(Probe.about("End")).containsExactly("Root End");
        assertThat(activities("null")).isZero();
    }

    @Test
    default void nullActivityOfARolledBackTransactionIsNotThere() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.contextOf(sbb.nullActivity()).attach(sbb.self());
            sbb.context().setRollbackOnly();
        });

        assertThat(activities("null")).isZero();
    }
}
