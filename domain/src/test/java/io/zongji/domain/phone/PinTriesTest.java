package io.zongji.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class PinTriesTest {

    private static final AgentId AGENT = new AgentId("1001");
    private static final AgentId OTHER = new AgentId("1002");
    private static final Duration ALMOST = PinTries.LOCKED.minusSeconds(1);

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private final PinTries tries = new PinTries(clock);

    @Test
    void theFifthWrongTryLocksThePinAtEveryPhone() {
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(tries.isLocked(AGENT)).isFalse();
            assertThat(tries.begin(AGENT, "hash", "800" + wrong)).isTrue();
        }
        assertThat(tries.isLocked(AGENT)).isTrue();
        assertThat(tries.begin(AGENT, "hash", "8009")).isFalse();
        assertThat(tries.begin(OTHER, "other", "8001")).isTrue();

        clock.add(ALMOST);
        assertThat(tries.begin(AGENT, "hash", "8001")).isFalse();
        clock.add(Duration.ofSeconds(1));
        assertThat(tries.begin(AGENT, "hash", "8001")).isTrue();
        assertThat(tries.isLocked(AGENT)).isTrue();
    }

    @Test
    void aRightTryEndsTheCount() {
        wrong(4);
        assertThat(tries.begin(AGENT, "hash", "8001")).isTrue();
        tries.right(AGENT, "8001");
        wrong(4);
        assertThat(tries.isLocked(AGENT)).isFalse();
    }

    @Test
    void aNewPinEndsTheLock() {
        wrong(5);
        assertThat(tries.begin(AGENT, "hash", "8001")).isFalse();
        assertThat(tries.begin(AGENT, "new", "8001")).isTrue();
    }

    @Test
    void aPhoneAtWhichManyAreTriedHasToWait() {
        for (int wrong = 0; wrong < 20; wrong++) {
            assertThat(tries.begin(null, "nobody's", "8001")).isTrue();
        }
        assertThat(tries.begin(AGENT, "hash", "8001")).isFalse();
        assertThat(tries.begin(AGENT, "hash", "8002")).isTrue();
        clock.add(PinTries.LOCKED);
        assertThat(tries.begin(AGENT, "hash", "8001")).isTrue();
    }

    @Test
    void whoKnowsOnePinFindsNoOthersByUsingItInBetween() {
        for (int round = 0; round < 20; round++) {
            assertThat(tries.begin(null, "nobody's", "8001")).isTrue();
            if (tries.begin(OTHER, "other", "8001")) {
                tries.right(OTHER, "8001");
            }
        }
        assertThat(tries.begin(OTHER, "other", "8001")).isFalse();
    }

    private void wrong(int times) {
        for (int wrong = 0; wrong < times; wrong++) {
            assertThat(tries.begin(AGENT, "hash", "8001")).isTrue();
        }
    }
}
