package io.zongji.media.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenPromptTest {

    private static String spoken(String name) {
        return String.join(" ", SpokenPrompt.of(name, Locale.CHINA).parts())
                .replace("digits/", "")
                .replace("words/", "")
                .replace("currency/", "")
                .replace("months/", "month")
                .replace("ordinals/", "#");
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
        "number:200000005, 2 yi 0 5",
        "number:-12.50, fu shi 2 dian 5 0",
        "number:9999999999999, 9 9 9 9 9 9 9 9 9 9 9 9 9",
        "digits:1001, 1 0 0 1",
        "digits:138-0013, 1 3 8 0 0 1 3",
        "amount:12.50, shi 2 cny 5 jiao",
        "amount:12.05, shi 2 cny 0 5 fen",
        "amount:12.55, shi 2 cny 5 jiao 5 fen",
        "amount:2, liang cny",
        "amount:0.5, 5 jiao",
        "amount:0, 0 cny",
        "amount:-8.02, fu 8 cny 0 liang fen",
        "amount:12.50 USD, shi 2 usd 5 shi usd-minor",
        "amount:3USD, 3 usd",
        "amount:100?country=JP, 1 bai jpy",
        "date:2026-11-21, 2 0 2 6 nian shi 1 yue 2 shi 1 ri",
        "date:01-05, 1 yue 5 ri",
        "tone:busy, tone:busy@CN",
        "tone:busy?country=FR, tone:busy@FR",
        "say:5:30? yes, say:5:30? yes",
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
        "number:2000000000, 2 billion",
        "number:-3.14, minus 3 point 1 4",
        "amount:12.50, 12 cny and 50 cny-minor",
        "amount:1.01 USD, 1 usd-one and 1 usd-minor-one",
        "amount:0.30 EUR, 30 eur-minor",
        "amount:2?country=GB, 2 gbp",
        "date:2026-11-21, month11 20 #1 20 20 6",
        "date:2005-03-30, month3 #30 2 thousand 5",
        "date:1900-12-12, month12 #12 19 hundred",
        "date:1905-02-20, month2 #20 19 oh 5",
        "date:02-29, month2 20 #9",
        "tone:busy, tone:busy@CN",
    })
    void isReadInEnglish(String name, String words) {
        assertThat(spoken(name + "?lang=en")).isEqualTo(words);
    }

    @Test
    void aNameMayCarryItsLanguage() {
        assertThat(SpokenPrompt.of("welcome?lang=en", Locale.CHINA).language()).isEqualTo("en");
        assertThat(SpokenPrompt.of("welcome", Locale.CHINA).language()).isEqualTo("zh");
    }

    @Test
    void aPauseHasItsLength() {
        assertThat(SpokenPrompt.of("silence:500", Locale.CHINA).silenceMs()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number:",
                "number:x",
                "digits:abc",
                "digits:",
                "time:25:00",
                "time:9:60",
                "time::",
                "silence:x",
                "rap:1",
                "amount:",
                "amount:1.234",
                "amount:5 EURO",
                "amount:9999999999999",
                "amount:5?country=XX",
                "date:2026-02-30",
                "date:13-01",
                "date:today",
                "say:",
                "say: "
            })
    void whatCannotBeReadIsRefused(String name) {
        assertThatThrownBy(() -> SpokenPrompt.of(name, Locale.CHINA)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whateverANameIsItIsUnderstoodOrRefused() {
        Random random = new Random(6);
        String letters = "0123456789:.-? =%/zhengcountrylaUSDCN一\u0000";
        String[] kinds = {"digits:", "number:", "amount:", "date:", "time:", "tone:", "say:", "silence:", ""};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder(kinds[random.nextInt(kinds.length)]);
            for (int i = random.nextInt(14); i > 0; i--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertThat(SpokenPrompt.of(name.toString(), Locale.CHINA)).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotNull();
            }
        }
    }
}
