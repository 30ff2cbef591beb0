package io.zongji.domain.alarm;

import io.zongji.domain.QueueId;
import java.time.Instant;

/**
 * An alarm of a queue that is on, or was.
 *
 * @param worst the highest value so far, in the measure of the kind
 * @param ended null while it is on
 */
public record QueueAlarm(QueueId queue, QueueAlarmKind kind, Instant began, long worst, Instant ended) {
    QueueAlarm worsened(long value) {
        return new QueueAlarm(queue, kind, began, Math.max(worst, value), ended);
    }

    QueueAlarm ended(Instant at) {
        return new QueueAlarm(queue, kind, began, worst, at);
    }
}
