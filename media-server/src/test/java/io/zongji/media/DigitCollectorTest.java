package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitCollectorTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> ends = new ArrayList<>();
    private final DigitCollector collector =
            new DigitCollector((id, end, digits) -> ends.add(id + " " + end + " " + digits));

    private static DigitCollection upTo(int digits) {
        return new DigitCollection("d", digits, '#', Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Test
    void whatWasDialledAheadCounts() {
        collector.digit('1', 0);
        collector.digit('2', 0);
        collector.digit('3', 0);

        collector.begin(upTo(2), true, 0);
        collector.begin(upTo(1), true, 0);

        assertThat(ends).containsExactly("d MAX_DIGITS 12", "d MAX_DIGITS 3");
    }

    @Test
    void flushingForgetsWhatWasDialledAhead() {
        collector.digit('1', 0);
        collector.flush();
        collector.begin(upTo(1), false, 0);

        assertThat(ends).isEmpty();
    }

    @Test
    void onlySoMuchIsKept() {
        for (int i = 0; i < 100; i++) {
            collector.digit('7', 0);
        }
        collector.begin(upTo(100), false, 0);
        collector.stop();

        assertThat(ends).containsExactly("d STOPPED " + "7".repeat(DigitCollector.MAX_AHEAD));
    }

    @Test
    void noTimeRunsWhileAPromptPlays() {
        collector.begin(upTo(1), true, 0);
        collector.check(100 * SECOND);
        assertThat(ends).isEmpty();

        collector.playEnded(100 * SECOND);
        collector.check(104 * SECOND);
        assertThat(ends).isEmpty();
        collector.check(105 * SECOND);

        assertThat(ends).containsExactly("d FIRST_DIGIT_TIMEOUT ");
    }

    @Test
    void thePauseBetweenDigitsIsMeasuredFromTheLast() {
        collector.begin(upTo(4), false, 0);
        collector.digit('1', 4 * SECOND);
        collector.digit('2', 5 * SECOND);
        collector.check(6 * SECOND);
        collector.check(7 * SECOND);

        assertThat(ends).containsExactly("d INTER_DIGIT_TIMEOUT 12");
    }

    @Test
    void aTerminatorIsNoPartOfTheDigits() {
        collector.begin(upTo(4), false, 0);
        collector.digit('9', 0);
        collector.digit('#', 0);

        assertThat(ends).containsExactly("d TERMINATOR 9");
    }

    @Test
    void aSecondCollectionStopsTheFirst() {
        collector.begin(upTo(4), false, 0);
        collector.digit('9', 0);
        collector.begin(new DigitCollection("e", 1, null, Duration.ZERO, Duration.ZERO), false, 0);

        assertThat(ends).containsExactly("d STOPPED 9");
    }
}
