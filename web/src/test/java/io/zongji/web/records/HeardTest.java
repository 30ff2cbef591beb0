package io.zongji.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.web.MovingClock;
import org.junit.jupiter.api.Test;

class HeardTest {
    private final MovingClock clock = new MovingClock("1970-01-01T00:00:00Z");
    private final Heard heard = new Heard(clock);

    @Test
    void piecesOfOneHearingAreOne() {
        assertThat(heard.isNew("/call/a")).isTrue();
        clock.pass(Heard.PAUSE);
        assertThat(heard.isNew("/call/a")).isFalse();
        assertThat(heard.isNew("/call/b")).isTrue();
        clock.pass(Heard.PAUSE.plusMillis(1));
        assertThat(heard.isNew("/call/a")).isTrue();
    }

    @Test
    void oneWhoListensToManyIsReportedAgainAtWorst() {
        heard.isNew("/call/a");
        for (int i = 0; i < 1_000; i++) {
            heard.isNew("/call/" + i);
        }
        assertThat(heard.isNew("/call/a")).isTrue();
    }
}
