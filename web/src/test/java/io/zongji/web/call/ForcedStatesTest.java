package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ForcedStatesTest {
    private static final AgentId A1 = new AgentId("a1");

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final ForcedStates forced = new ForcedStates(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void theLastOneIsKnownForAMinute() {
        forced.note(A1, "Li", AgentCommand.State.BUSY, false);
        String first = forced.of(A1).orElseThrow().id();
        forced.note(A1, "Wang", AgentCommand.State.SIGN_OUT, true);

        assertThat(forced.of(A1).orElseThrow().by()).isEqualTo("Wang");
        assertThat(forced.of(A1).orElseThrow().later()).isTrue();
        assertThat(forced.of(A1).orElseThrow().id()).isNotEqualTo(first);
        assertThat(forced.of(new AgentId("a2"))).isEmpty();

        now = now.plusSeconds(60);
        assertThat(forced.of(A1)).isEmpty();
    }
}
