package io.zongji.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class HeardTest {
    private final MutableClock clock = MutableClock.of(Instant.parse("1970-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final Heard heard = new Heard(clock);

    @Test
    void piecesOfOneHearingAreOne() {
        assertThat(heard.isNew("/call/a")).isTrue();
        clock.add(Heard.PAUSE);
        assertThat(heard.isNew("/call/a")).isFalse();
        assertThat(heard.isNew("/call/b")).isTrue();
        clock.add(Heard.PAUSE.plusMillis(1));
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
