package io.zongji.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class PhoneTokensTest {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC);
    private final PhoneTokens tokens = new PhoneTokens(clock, new Random(4));

    private PhoneToken issue(String extension, String holder) {
        return tokens.issue(extension, holder).orElseThrow();
    }

    @Test
    void aTokenIsGoodForItsExtensionAndForAMinute() {
        PhoneToken token = issue("8001", "a");
        assertThat(token.secret()).matches("[0-9a-f]{32}");
        clock.add(PhoneTokens.LIFE.minusMillis(1));
        assertThat(tokens.find(token.user())).contains(token);
        assertThat(tokens.find(token.user()).orElseThrow().extension()).isEqualTo("8001");
        clock.add(Duration.ofMillis(1));
        assertThat(tokens.find(token.user())).isEmpty();
    }

    @Test
    void nobodyGuessesOne() {
        PhoneToken first = issue("8001", "a");
        PhoneToken second = issue("8001", "a");
        assertThat(second.user()).isNotEqualTo(first.user());
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(tokens.find("8001")).isEmpty();
        assertThat(tokens.find(first.secret())).isEmpty();
    }

    @Test
    void whoSignedOutHasNoneAndGetsNoneButOthersKeepTheirs() {
        PhoneToken token = issue("8001", "a");
        PhoneToken other = issue("8002", "b");
        tokens.revoke("a");
        assertThat(tokens.find(token.user())).isEmpty();
        // A request of the same session that was on its way.
        assertThat(tokens.issue("8001", "a")).isEmpty();
        assertThat(tokens.find(other.user())).contains(other);
        assertThat(tokens.issue("8001", "c")).isPresent();
        clock.add(Duration.ofHours(1));
        assertThat(tokens.issue("8001", "c")).isPresent();
    }

    @Test
    void theSecretIsNotInWhatALogWouldShow() {
        PhoneToken token = issue("8001", "a");
        assertThat(token.toString()).doesNotContain(token.secret()).doesNotContain(token.user());
    }
}
