package io.zongji.web.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesQuestionTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void whoAsksForNothingGetsToday() {
        assertThat(read(null, null)).isEqualTo(question("2026-03-02", "2026-03-02"));
        assertThat(read("", " ")).isEqualTo(question("2026-03-02", "2026-03-02"));
        assertThat(read("yesterday", "tomorrow")).isEqualTo(question("2026-03-02", "2026-03-02"));
    }

    @Test
    void oneDayIsEnoughForADay() {
        assertThat(read("2026-02-20", null)).isEqualTo(question("2026-02-20", "2026-02-20"));
        assertThat(read(null, "2026-02-20")).isEqualTo(question("2026-02-20", "2026-02-20"));
    }

    @Test
    void nobodyIsToldOfDaysToComeOrOfMoreThanAMonth() {
        assertThat(read("2026-03-01", "2026-04-01")).isEqualTo(question("2026-03-01", "2026-03-02"));
        assertThat(read("2026-05-01", "2026-05-02")).isEqualTo(question("2026-03-02", "2026-03-02"));
        assertThat(read("2020-01-01", "2026-03-01")).isEqualTo(question("2026-01-30", "2026-03-01"));
    }

    @Test
    void daysTheWrongWayRoundAreTheLast() {
        assertThat(read("2026-02-20", "2026-02-10")).isEqualTo(question("2026-02-10", "2026-02-10"));
    }

    private static TimesQuestion read(String from, String to) {
        return TimesQuestion.read(null, from, to, TODAY);
    }

    private static TimesQuestion question(String from, String to) {
        return new TimesQuestion(null, LocalDate.parse(from), LocalDate.parse(to));
    }
}
