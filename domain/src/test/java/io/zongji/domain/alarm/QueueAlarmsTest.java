package io.zongji.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.live.LiveQueue;
import io.zongji.domain.live.QueueCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueAlarmsTest {
    private static final QueueId SUPPORT = new QueueId("support");
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final QueueThresholds FIVE_WAIT = new QueueThresholds(5, Duration.ZERO, Duration.ZERO);

    private final QueueAlarms alarms = new QueueAlarms();
    private QueueThresholds thresholds = FIVE_WAIT;

    @Test
    void beginsAtTheThresholdAndTellsOnce() {
        assertThat(look(0, waiting(4, NOON), 1)).isEmpty();
        assertThat(look(1, waiting(5, NOON), 1))
                .containsExactly(new QueueAlarm(SUPPORT, QueueAlarmKind.WAITING, at(1), 5, null));
        assertThat(look(2, waiting(7, NOON), 1)).isEmpty();
        assertThat(alarms.active()).containsExactly(new QueueAlarm(SUPPORT, QueueAlarmKind.WAITING, at(1), 7, null));
    }

    @Test
    void aQueueAtTheThresholdDoesNotFlicker() {
        thresholds = new QueueThresholds(10, Duration.ZERO, Duration.ZERO);
        look(0, waiting(10, NOON), 1);

        for (int second = 1; second < 20; second++) {
            assertThat(look(second, waiting(second % 2 == 0 ? 10 : 9, NOON), 1)).isEmpty();
        }
        assertThat(look(20, waiting(8, NOON), 1))
                .containsExactly(new QueueAlarm(SUPPORT, QueueAlarmKind.WAITING, NOON, 10, at(20)));
        assertThat(alarms.active()).isEmpty();
    }

    @Test
    void evenAThresholdOfOneCallerEnds() {
        thresholds = new QueueThresholds(1, Duration.ZERO, Duration.ZERO);

        assertThat(look(0, waiting(1, NOON), 1)).hasSize(1);
        assertThat(look(1, waiting(0, NOON), 1)).hasSize(1);
        assertThat(alarms.active()).isEmpty();
    }

    @Test
    void theFirstInLineWaitsTooLong() {
        thresholds = new QueueThresholds(0, Duration.ofSeconds(60), Duration.ZERO);

        assertThat(look(59, waiting(1, NOON), 1)).isEmpty();
        assertThat(look(60, waiting(1, NOON), 1))
                .containsExactly(new QueueAlarm(SUPPORT, QueueAlarmKind.LONGEST_WAIT, at(60), 60_000, null));
        assertThat(look(70, waiting(1, at(30)), 1)).hasSize(1).allMatch(alarm -> alarm.ended() != null);
    }

    @Test
    void nobodyIsReadyForTooLong() {
        thresholds = new QueueThresholds(0, Duration.ZERO, Duration.ofSeconds(30));

        look(0, waiting(0, NOON), 0);
        assertThat(look(29, waiting(0, NOON), 0)).isEmpty();
        assertThat(look(30, waiting(0, NOON), 0))
                .extracting(QueueAlarm::kind)
                .containsExactly(QueueAlarmKind.NOBODY_READY);
        assertThat(look(31, waiting(0, NOON), 1)).hasSize(1);
        assertThat(look(32, waiting(0, NOON), 0)).as("it counts anew").isEmpty();
        assertThat(look(61, waiting(0, NOON), 0)).isEmpty();
    }

    @Test
    void anAlarmEndsWithItsThresholdAndWithItsQueue() {
        look(0, waiting(5, NOON), 1);
        thresholds = QueueThresholds.NONE;
        assertThat(look(1, waiting(5, NOON), 1)).hasSize(1);

        thresholds = FIVE_WAIT;
        look(2, waiting(5, NOON), 1);
        assertThat(alarms.look(List.of(), id -> thresholds, at(3)))
                .containsExactly(new QueueAlarm(SUPPORT, QueueAlarmKind.WAITING, at(2), 5, at(3)));
    }

    @Test
    void withoutThresholdsNothingIsAlarming() {
        thresholds = QueueThresholds.NONE;

        look(0, waiting(100, NOON), 0);
        assertThat(look(10_000, waiting(100, NOON), 0)).isEmpty();
    }

    private List<QueueAlarm> look(int second, List<LiveQueue.Row> waiting, int idle) {
        LiveQueue queue = new LiveQueue(SUPPORT, "Support", waiting, idle, 3, QueueCounters.NONE);
        return alarms.look(List.of(queue), id -> thresholds, at(second));
    }

    private static List<LiveQueue.Row> waiting(int callers, Instant since) {
        return IntStream.range(0, callers)
                .mapToObj(n -> new LiveQueue.Row(new CallId("01M7Y6YSQY5T7TKH7PJGBDHQ0" + n % 10), "138", "", since))
                .toList();
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
