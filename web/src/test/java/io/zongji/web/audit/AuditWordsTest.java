package io.zongji.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.web.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditWordsTest {
    private final AuditWords english = new AuditWords(Words.in(Locale.ENGLISH));

    @Test
    void fieldsAreCalledAsThePagesCallThemAndTimesAreSeconds() {
        assertThat(english.detail("queue support", "alarmWaiting: '0' -> '1'; wrapUpMs: '10000' -> '15000'"))
                .isEqualTo("Alarm: callers waiting: “0” → “1”; Wrap-up, s: “10” → “15”");
        assertThat(english.detail("agent 1001 Zhang Wei", "autoAnswer: 'false' -> 'true'"))
                .isEqualTo("Answers calls by itself, after a tone: no → yes");
    }

    @Test
    void inChineseTheyAreChinese() {
        assertThat(new AuditWords(Words.in(Locale.CHINESE)).detail("agent 1001", "name: 'a' -> ''"))
                .isEqualTo("名称: “a” → 无");
    }

    @Test
    void aChangedSecretIsNamedAndNotTold() {
        assertThat(english.detail("portalUser 5 li", "passwordHash: changed; displayName: 'a' -> 'b'"))
                .isEqualTo("Password: changed; Name: “a” → “b”");
    }

    @Test
    void phonesAndStatesHaveWords() {
        assertThat(english.detail("1001", "device 8012")).isEqualTo("Phone 8012");
        assertThat(english.detail("1001", "BUSY: training")).isEqualTo("Busy: training");
    }

    @Test
    void whatThereAreNoWordsForStaysAsItWasWritten() {
        assertThat(english.detail("1001", "Please speak slower; name: it")).isEqualTo("Please speak slower; name: it");
        assertThat(english.detail("thing 1", "inexplicable: 'a' -> '$1'")).isEqualTo("inexplicable: “a” → “$1”");
    }
}
