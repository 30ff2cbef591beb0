package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class ForcedStatesTest {
    private static final AgentId A1 = new AgentId("a1");

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private final ForcedStates forced = new ForcedStates(clock);

    @Test
    void theLastOneIsKnownForAMinute() {
        forced.note(A1, "Li", ForcedStates.Deed.SET, AgentCommand.State.BUSY, false);
        String first = forced.of(A1).orElseThrow().id();
        forced.note(A1, "Wang", ForcedStates.Deed.SET, AgentCommand.State.SIGN_OUT, true);

        assertThat(forced.of(A1).orElseThrow().by()).isEqualTo("Wang");
        assertThat(forced.of(A1).orElseThrow().later()).isTrue();
        assertThat(forced.of(A1).orElseThrow().id()).isNotEqualTo(first);
        assertThat(forced.of(new AgentId("a2"))).isEmpty();

        clock.add(Duration.ofSeconds(60));
        assertThat(forced.of(A1)).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotTold() {
        forced.note(A1, "Li", ForcedStates.Deed.WITHDRAWN, AgentCommand.State.SIGN_OUT, false);

        forced.forget(A1);
        assertThat(forced.of(A1)).isEmpty();
    }
}
