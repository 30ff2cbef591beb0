package io.zongji.domain.live;

import java.time.Duration;

/** A queue's counters of the day. */
final class BoardQueue {
    QueueCounters counters = QueueCounters.NONE;
    long version;

    void newDay(long now) {
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

    void answered(Duration after) {
        QueueCounters c = counters;
        boolean within = after.compareTo(QueueCounters.TARGET) <= 0;
        counters = new QueueCounters(
                c.offered(),
                c.answered() + 1,
                c.abandoned(),
                c.refused(),
                c.withinTarget() + (within ? 1 : 0),
                c.answerTime().plus(after),
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
