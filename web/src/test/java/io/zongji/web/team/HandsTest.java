package io.zongji.web.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HandsTest {
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final CallId CALL = new CallId("01M7Y6YSQY5T7TKH7PJGBDHQK5");

    private Instant now = Instant.parse("2026-03-02T04:00:00Z");
    private final Hands hands = new Hands(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void onlyTheFirstSupervisorTakesAHand() {
        hands.raise(ANN, null);

        assertThat(hands.lower(ANN)).isTrue();
        assertThat(hands.lower(ANN)).isFalse();
        assertThat(hands.up(call -> true)).isEmpty();
    }

    @Test
    void whoHasWaitedLongestIsFirstAndAsksAgainAtTheEnd() {
        hands.raise(ANN, null);
        hands.raise(BOB, CALL);
        hands.raise(ANN, CALL);

        assertThat(hands.up(call -> true)).extracting(Hands.Hand::agent).containsExactly(BOB, ANN);
    }

    @Test
    void aHandGoesDownWithItsCallAndInTime() {
        hands.raise(ANN, CALL);
        hands.raise(BOB, null);
        assertThat(hands.up(call -> false)).extracting(Hands.Hand::agent).containsExactly(BOB);

        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertThat(hands.up(call -> true)).isEmpty();
    }
}
