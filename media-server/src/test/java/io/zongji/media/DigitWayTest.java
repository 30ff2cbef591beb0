package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitWayTest {
    private static final long MILLI = 1_000_000;

    private final DigitWay.Shown shown = new DigitWay.Shown();

    @Test
    void theSameKeyTwiceByOneWayIsTwoPresses() {
        assertThat(shown.isNew('1', DigitWay.SIGNALLED, 0)).isTrue();
        assertThat(shown.isNew('1', DigitWay.SIGNALLED, 100 * MILLI)).isTrue();
    }

    @Test
    void aPressToldTwoWaysCountsOnceWhicheverComesFirst() {
        assertThat(shown.isNew('1', DigitWay.SIGNALLED, 0)).isTrue();
        assertThat(shown.isNew('1', DigitWay.EVENTS, 100 * MILLI)).isFalse();
        assertThat(shown.isNew('2', DigitWay.EVENTS, 200 * MILLI)).isTrue();
        assertThat(shown.isNew('2', DigitWay.SIGNALLED, 300 * MILLI)).isFalse();
    }

    @Test
    void aBetterWayCountsAfterAFalseAlarmOfALesserOne() {
        assertThat(shown.isNew('A', DigitWay.IN_BAND, 0)).isTrue();
        assertThat(shown.isNew('1', DigitWay.SIGNALLED, 100 * MILLI)).isTrue();
        assertThat(shown.isNew('A', DigitWay.IN_BAND, 5000 * MILLI)).isFalse();
    }

    @Test
    void aNewSessionMayHaveOtherWays() {
        shown.isNew('1', DigitWay.EVENTS, 0);
        shown.forget();

        assertThat(shown.isNew('1', DigitWay.IN_BAND, 10 * MILLI)).isTrue();
    }
}
