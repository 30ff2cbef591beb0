package io.zongji.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much of the time telling the pages takes, and how long a change waits. */
class PaceTest {
    /** As {@link System#nanoTime()}, it may be about to overflow. */
    private long now = Long.MAX_VALUE - millis(300);

    private final Pace pace = new Pace(now);

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** How long after telling for some time the pages may be told again, in milliseconds. */
    private long restAfter(long telling) {
        long begun = now;
        now += millis(telling);
        return TimeUnit.NANOSECONDS.toMillis(pace.told(begun, now) - now);
    }

    @Test
    void whatFollowsEachOtherAfterAQuietTimeIsToldAtOnce() {
        now += millis(10_000);
        for (int i = 0; i < 4; i++) {
            assertThat(restAfter(10)).as("time %d", i).isZero();
        }
        assertThat(restAfter(10)).isPositive();
    }

    @Test
    void inTheLongRunATenthOfTheTimeIsForTelling() {
        long begin = now;
        int telling = 0;
        while (now - begin < millis(60_000)) {
            now += millis(restAfter(7));
            telling += 7;
        }
        assertThat(telling).isBetween(5_900, 6_100);
    }

    @Test
    void pagesWaitNoLongerHoweverLongTellingTakes() {
        for (int i = 0; i < 5; i++) {
            long rest = restAfter(500);
            assertThat(rest).isLessThanOrEqualTo(Pace.LONGEST_REST_MS);
            now += millis(rest);
        }
        assertThat(restAfter(500)).isEqualTo(Pace.LONGEST_REST_MS);
    }

    @Test
    void aLongQuietTimeIsNotSavedUpForALongNoise() {
        now += millis(3_600_000);
        assertThat(restAfter(Pace.MOST_SAVED_MS)).isZero();
        assertThat(restAfter(10)).isBetween(80L, 100L);
    }
}
