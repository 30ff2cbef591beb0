package io.zongji.domain.alarm;

import io.zongji.domain.QueueId;
import io.zongji.domain.live.LiveQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which alarms of queues are on. Is shown the queues again and again and tells what began and what ended since. An alarm
 * begins when its value reaches the threshold and ends when it is a fifth below it (one caller below it at least), so that
 * a queue that hovers there does not ring again and again. Not thread-safe.
 */
public final class QueueAlarms {
    private static final int CALM_PERCENT = 80;

    private final Map<Key, QueueAlarm> active = new LinkedHashMap<>();
    /** Since when nobody has been ready, of queues where nobody is. */
    private final Map<QueueId, Instant> nobodyReadySince = new HashMap<>();

    private record Key(QueueId queue, QueueAlarmKind kind) {}

    /** Those that are on, oldest first. */
    public List<QueueAlarm> active() {
        return List.copyOf(active.values());
    }

    /**
     * Looks at all queues.
     *
     * @param queues     each queue that is set up; an alarm of any other one ends
     * @param thresholds of each queue; never null
     * @return what began ({@link QueueAlarm#ended} is null) and what ended
     */
    public List<QueueAlarm> look(List<LiveQueue> queues, Function<QueueId, QueueThresholds> thresholds, Instant now) {
        List<QueueAlarm> changes = new ArrayList<>();
        Set<QueueId> there = new HashSet<>();
        for (LiveQueue queue : queues) {
            there.add(queue.queue());
            QueueThresholds limits = thresholds.apply(queue.queue());
            for (QueueAlarmKind kind : QueueAlarmKind.values()) {
                look(new Key(queue.queue(), kind), valueOf(queue, kind, now), limits.of(kind), now, changes);
            }
        }
        nobodyReadySince.keySet().retainAll(there);
        active.keySet().stream()
                .filter(key -> !there.contains(key.queue))
                .toList()
                .forEach(key -> changes.add(active.remove(key).ended(now)));
        return changes;
    }

    private void look(Key key, long value, long threshold, Instant now, List<QueueAlarm> changes) {
        QueueAlarm on = active.get(key);
        if (on == null && threshold > 0 && value >= threshold) {
            QueueAlarm began = new QueueAlarm(key.queue, key.kind, now, value, null);
            active.put(key, began);
            changes.add(began);
        } else if (on != null && (threshold == 0 || isCalm(value, threshold))) {
            active.remove(key);
            changes.add(on.ended(now));
        } else if (on != null) {
            active.put(key, on.worsened(value));
        }
    }

    private static boolean isCalm(long value, long threshold) {
        return value < threshold && value * 100 <= threshold * CALM_PERCENT;
    }

    private long valueOf(LiveQueue queue, QueueAlarmKind kind, Instant now) {
        return switch (kind) {
            case WAITING -> queue.waiting().size();
            case LONGEST_WAIT ->
                queue.waiting().isEmpty() ? 0 : millis(queue.waiting().get(0).since(), now);
            case NOBODY_READY -> nobodyReady(queue, now);
        };
    }

    private long nobodyReady(LiveQueue queue, Instant now) {
        if (queue.idle() > 0) {
            nobodyReadySince.remove(queue.queue());
            return 0;
        }
        return millis(nobodyReadySince.computeIfAbsent(queue.queue(), id -> now), now);
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
