package io.zongji.domain.live;

import java.time.Duration;

/** A queue's counters of the day. */
final class BoardQueue {
    QueueCounters counters = QueueCounters.NONE;
    long version;
    private int day;

    void newDay(long now) {
        day++;
        counters = QueueCounters.NONE;
        version = now;
    }

    void offered() {
        QueueCounters c = counters;
        counters = new QueueCounters(
                c.offered() + 1,
                c.answered(),
                c.abandoned(),
                c.refused(),
                c.withinTarget(),
                c.answerTime(),
                c.longest());
    }

    /**
     * Counts an answer.
     *
     * @return takes it back, unless the day is over; the caller goes on waiting, so the longest wait stays
     */
    Runnable answered(Duration after) {
        answered(after, 1);
        int counted = day;
        return () -> {
            if (day == counted) {
                answered(after, -1);
            }
        };
    }

    private void answered(Duration after, int by) {
        QueueCounters c = counters;
        boolean within = after.compareTo(QueueCounters.TARGET) <= 0;
        counters = new QueueCounters(
                c.offered(),
                c.answered() + by,
                c.abandoned(),
                c.refused(),
                c.withinTarget() + (within ? by : 0),
                c.answerTime().plus(after.multipliedBy(by)),
                longer(after));
    }

    void abandoned(Duration after) {
        QueueCounters c = counters;
        counters = new QueueCounters(
                c.offered(),
                c.answered(),
                c.abandoned() + 1,
                c.refused(),
                c.withinTarget(),
                c.answerTime(),
                longer(after));
    }

    void refused() {
        QueueCounters c = counters;
        counters = new QueueCounters(
                c.offered(),
                c.answered(),
                c.abandoned(),
                c.refused() + 1,
                c.withinTarget(),
                c.answerTime(),
                c.longest());
    }

    private Duration longer(Duration wait) {
        return wait.compareTo(counters.longest()) > 0 ? wait : counters.longest();
    }
}
