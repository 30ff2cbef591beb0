package io.zongji.web.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class HandsTest {
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final CallId CALL = new CallId("01M7Y6YSQY5T7TKH7PJGBDHQK5");

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T04:00:00Z"), ZoneOffset.UTC);
    private final Hands hands = new Hands(clock);

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

        clock.add(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(hands.up(call -> true)).isEmpty();
    }
}
