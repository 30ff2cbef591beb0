package io.zongji.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
    @ParameterizedTest
    @CsvSource({"0s, 0", "90s, 90", "15m, 900", "2H, 7200", "' 1d ', 86400", "PT1H30M, 5400"})
    void isReadAsPeopleWriteIt(String text, long seconds) {
        assertThat(Age.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "15", "-5m", "PT-5M", "9999999999s", "999999999d", "PT99999999999999S"})
    void anythingElseIsNamed(String text) {
        assertThatThrownBy(() -> Age.parse(text))
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("15m");
    }
}
