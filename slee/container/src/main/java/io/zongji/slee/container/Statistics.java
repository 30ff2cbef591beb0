package io.zongji.slee.container;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.activity.LoadLimit;
import java.util.Map;
import java.util.stream.Collectors;
import javax.slee.SbbID;

/**
 * What is alive in the SLEE at one moment, and what went through it.
 *
 * @param activities by RA entity name; {@code null} and {@code service} are the container's own
 * @param entities SBB entities by SBB
 * @param timers set and not over
 * @param names bound in the activity context naming facility
 * @param eventsRouted since the start
 * @param eventsRefused since the start, because queues were full
 * @param queueLength events queued or being delivered now
 */
public record Statistics(
        Map<String, Integer> activities,
        Map<SbbID, Integer> entities,
        int timers,
        int names,
        long eventsRouted,
        long eventsRefused,
        int queueLength) {
    public Statistics {
        activities = Map.copyOf(activities);
        entities = Map.copyOf(entities);
    }

    static Statistics of(Activities activities, Map<SbbID, Integer> entities, int timers, int names) {
        LoadLimit load = activities.limit();
        return new Statistics(
                activities.tables().stream()
                        .collect(Collectors.toMap(table -> table.source().name(), ActivityTable::size, Integer::sum)),
                entities,
                timers,
                names,
                load.deliveredCount(),
                load.refusedCount(),
                load.queueLength());
    }

    /** Activities of all RA entities and null activities; service activities live as long as their services. */
    public int activityCount() {
        return activities.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("service"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public int entityCount() {
        return entities.values().stream().mapToInt(Integer::intValue).sum();
    }
}
