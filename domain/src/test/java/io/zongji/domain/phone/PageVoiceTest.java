package io.zongji.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageVoiceTest {
    @Test
    void voiceIsBlockedWhenNothingCameForLongEnough() {
        assertThat(PageVoice.isBlocked(0, Duration.ofSeconds(4))).isTrue();
        assertThat(PageVoice.isBlocked(1, Duration.ofMinutes(5))).isFalse();
    }

    @Test
    void aShortCallTellsNothing() {
        assertThat(PageVoice.isBlocked(0, Duration.ofMillis(3999))).isFalse();
    }
}
