package io.zongji.domain.alarm;

import java.time.Duration;
import java.util.Objects;

/**
 * From when on a queue is alarming. Zero never is.
 *
 * @param waiting     callers who wait
 * @param longestWait      how long the first of them has waited
 * @param nobodyReady how long no agent has been ready
 */
public record QueueThresholds(int waiting, Duration longestWait, Duration nobodyReady) {
    public static final QueueThresholds NONE = new QueueThresholds(0, Duration.ZERO, Duration.ZERO);

    public QueueThresholds {
        Objects.requireNonNull(longestWait, "longestWait");
        Objects.requireNonNull(nobodyReady, "nobodyReady");
        if (waiting < 0 || longestWait.isNegative() || nobodyReady.isNegative()) {
            throw new IllegalArgumentException("thresholds must not be negative");
        }
    }

    /** In the measure of the kind; 0 for no alarm. */
    long of(QueueAlarmKind kind) {
        return switch (kind) {
            case WAITING -> waiting;
            case LONGEST_WAIT -> longestWait.toMillis();
            case NOBODY_READY -> nobodyReady.toMillis();
        };
    }
}
