package io.zongji.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HeardTest {
    private Instant now = Instant.EPOCH;
    private final Heard heard = new Heard(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void piecesOfOneHearingAreOne() {
        assertThat(heard.isNew("/call/a")).isTrue();
        now = now.plus(Heard.PAUSE);
        assertThat(heard.isNew("/call/a")).isFalse();
        assertThat(heard.isNew("/call/b")).isTrue();
        now = now.plus(Heard.PAUSE).plusMillis(1);
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
