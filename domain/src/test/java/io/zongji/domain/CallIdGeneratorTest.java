package io.zongji.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallIdGeneratorTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");

    @Test
    void idsRiseWithinOneMillisecond() {
        CallIdGenerator generator = new CallIdGenerator(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

        CallId last = generator.next();
        for (int i = 0; i < 1_000; i++) {
            CallId next = generator.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void idsOfLaterMillisecondsSortLaterWhateverTheRandomBits() {
        for (int seed = 0; seed < 100; seed++) {
            CallId earlier = new CallIdGenerator(Clock.fixed(NOW, ZoneOffset.UTC), new Random(seed)).next();
            CallId later = new CallIdGenerator(Clock.fixed(NOW.plusMillis(1), ZoneOffset.UTC), new Random(seed + 1000L))
                    .next();
            assertThat(earlier).isLessThan(later);
        }
    }

    @Test
    void idIsAUlidThatCarriesTheTime() {
        String id = new CallIdGenerator(
                        Clock.fixed(Instant.ofEpochMilli(1469918176385L), ZoneOffset.UTC), new Random(1))
                .next()
                .value();

        assertThat(id).hasSize(26).startsWith("01ARYZ6S41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "../x", "座席", "a\n"})
    void identifierThatWouldHurtAFileNameOrUrlIsRefused(String value) {
        assertThatThrownBy(() -> new CallId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void identifierOfMoreThan64CharactersIsRefused() {
        assertThat(new AgentId("a".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new AgentId("a".repeat(65))).hasMessageContaining("agent id");
    }
}
