package io.zongji.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<DayOfWeek> WORK_DAYS =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:59:59.999, false",
        "2026-01-05T09:00:00, true",
        "2026-01-05T16:59:59.999, true",
        "2026-01-05T17:00:00, false",
        "2026-01-10T12:00:00, true"
    })
    void defaultIsNineToFiveEveryDay(String local, boolean open) {
        assertThat(at(ServiceTime.standard(SHANGHAI), local)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "21:59, false",
        "22:00, true",
        "23:59:59, true",
        "00:00, true",
        "05:59, true",
        "05:59:59.999, true",
        "06:00, false",
        "12:00, false"
    })
    void periodOverMidnightIsOpenInItsTwoPartsOnly(String time, boolean open) {
        ServiceTime night =
                ServiceTime.standard(SHANGHAI, Set.of(DayOfWeek.values()), List.of(Period.parse("22:00-06:00")));

        assertThat(at(night, "2026-01-07T" + time)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"11:59, true", "12:00, false", "12:59, false", "13:00, true", "17:59, true", "18:00, false"})
    void splitDayIsClosedAtNoon(String time, boolean open) {
        ServiceTime split = ServiceTime.standard(
                SHANGHAI, WORK_DAYS, List.of(Period.parse("09:00-12:00"), Period.parse("13:00-18:00")));

        assertThat(at(split, "2026-01-05T" + time)).isEqualTo(open);
        assertThat(at(split, "2026-01-04T" + time)).as("Sunday").isFalse();
    }

    @Test
    void nightShiftOfFridayRunsIntoSaturdayAndNoneStartsThere() {
        ServiceTime night = ServiceTime.standard(SHANGHAI, WORK_DAYS, List.of(Period.parse("22:00-06:00")));

        assertThat(at(night, "2026-01-10T05:59")).as("Saturday morning").isTrue();
        assertThat(at(night, "2026-01-10T22:00")).as("Saturday night").isFalse();
        assertThat(at(night, "2026-01-05T05:59")).as("Monday morning").isFalse();
    }

    @Test
    void wholeDayIsOpenFromMidnightToMidnight() {
        ServiceTime monday = ServiceTime.custom(SHANGHAI, Map.of(DayOfWeek.MONDAY, List.of(Period.ALL_DAY)));

        assertThat(at(monday, "2026-01-04T23:59:59")).isFalse();
        assertThat(at(monday, "2026-01-05T00:00")).isTrue();
        assertThat(at(monday, "2026-01-05T23:59:59")).isTrue();
        assertThat(at(monday, "2026-01-06T00:00")).isFalse();
    }

    @Test
    void offIsAlwaysOpen() {
        assertThat(at(ServiceTime.off(), "2026-01-04T03:00")).isTrue();
    }

    @Test
    void holidayIsClosedAndASubstituteDayWorksLikeTheDayItStandsFor() {
        ServiceTime hours = ServiceTime.standard(SHANGHAI, WORK_DAYS, List.of(ServiceTime.OFFICE_HOURS))
                .withHolidays(Set.of(LocalDate.of(2026, 10, 1)))
                .withSubstitutes(Map.of(LocalDate.of(2026, 10, 10), DayOfWeek.THURSDAY));

        assertThat(at(hours, "2026-10-01T10:00")).as("Thursday, holiday").isFalse();
        assertThat(at(hours, "2026-10-10T10:00")).as("Saturday, worked").isTrue();
        assertThat(at(hours, "2026-10-17T10:00")).as("Saturday").isFalse();
    }

    @Test
    void hoursWithoutZoneAreInTheInstallationsZone() {
        ServiceTime hours = ServiceTime.standard(null);
        var nineInShanghai =
                LocalDateTime.parse("2026-01-05T09:00").atZone(SHANGHAI).toInstant();

        assertThat(hours.openAt(nineInShanghai, SHANGHAI)).isTrue();
        assertThat(hours.openAt(nineInShanghai, ZoneId.of("UTC"))).isFalse();
    }

    @Test
    void daylightSavingKeepsLocalTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ServiceTime hours = ServiceTime.standard(berlin);

        for (String day : List.of("2026-03-28", "2026-03-29", "2026-10-25")) {
            assertThat(hours.openAt(
                            LocalDateTime.parse(day + "T09:00").atZone(berlin).toInstant(), SHANGHAI))
                    .isTrue();
            assertThat(hours.openAt(
                            LocalDateTime.parse(day + "T08:59").atZone(berlin).toInstant(), SHANGHAI))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "09:00", "09:00-", "9:00-17:00", "09:00-25:00", "09:00-12:00-13:00", "a-b"})
    void unreadablePeriodIsRefusedWithTheText(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void periodReadsBackAsWritten() {
        assertThat(Period.parse("09:00-24:00").toString()).isEqualTo("09:00-00:00");
        assertThat(Period.parse(Period.parse("22:30-06:15").toString())).isEqualTo(Period.parse("22:30-06:15"));
    }

    private static boolean at(ServiceTime hours, String local) {
        return hours.openAt(LocalDateTime.parse(local).atZone(SHANGHAI).toInstant(), SHANGHAI);
    }
}
