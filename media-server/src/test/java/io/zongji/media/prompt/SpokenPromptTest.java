package io.zongji.media.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenPromptTest {

    private static String spoken(String name) {
        return String.join(" ", SpokenPrompt.of(name, "zh").parts())
                .replace("digits/", "")
                .replace("words/", "");
    }

    @ParameterizedTest
    @CsvSource({
        "number:0, 0",
        "number:7, 7",
        "number:10, shi",
        "number:15, shi 5",
        "number:20, 2 shi",
        "number:105, 1 bai 0 5",
        "number:110, 1 bai 1 shi",
        "number:1001, 1 qian 0 1",
        "number:1010, 1 qian 0 1 shi",
        "number:1100, 1 qian 1 bai",
        "number:10000, 1 wan",
        "number:10500, 1 wan 0 5 bai",
        "number:120034, shi 2 wan 0 3 shi 4",
        "digits:1001, 1 0 0 1",
        "digits:138-0013, 1 3 8 0 0 1 3",
        "time:09:00, 9 dian",
        "time:17:00, shi 7 dian",
        "time:02:05, liang dian 0 5 fen",
        "time:12:30, shi 2 dian 3 shi fen",
        "welcome, welcome",
    })
    void isReadInChinese(String name, String words) {
        assertThat(spoken(name)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "number:1001, 1 thousand 1",
        "number:42, 40 2",
        "number:13, 13",
        "number:250000, 2 hundred 50 thousand",
        "number:1000000, 1 million",
        "time:09:00, 9 oclock",
        "time:09:05, 9 oh 5",
        "time:17:30, 17 30",
        "digits:1001, 1 0 0 1",
    })
    void isReadInEnglish(String name, String words) {
        assertThat(spoken(name + "?lang=en")).isEqualTo(words);
    }

    @Test
    void aNameMayCarryItsLanguage() {
        assertThat(SpokenPrompt.of("welcome?lang=en", "zh").language()).isEqualTo("en");
        assertThat(SpokenPrompt.of("welcome", "zh").language()).isEqualTo("zh");
    }

    @Test
    void aPauseHasItsLength() {
        assertThat(SpokenPrompt.of("silence:500", "zh").silenceMs()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"number:", "number:x", "digits:abc", "digits:", "time:25:00", "time:9:60", "silence:x", "rap:1"})
    void whatCannotBeReadIsRefused(String name) {
        assertThatThrownBy(() -> SpokenPrompt.of(name, "zh")).isInstanceOf(IllegalArgumentException.class);
    }
}
