package io.zongji.slee.container.inspection;

import java.util.List;
import java.util.Map;

/**
 * One activity with all that hangs on it.
 *
 * @param attached in the order of attaching
 * @param names bound in the naming facility
 * @param timers set on it; one whose last event is under way is not among them
 * @param attributes of the activity context, by {@code SBB/name} or by alias
 * @param underWay name of the event type whose delivery has begun; null if none has
 * @param lastEvents delivered, the oldest first; at most eight
 */
public record ActivityDetail(
        ActivitySummary activity,
        List<AttachedEntity> attached,
        List<String> names,
        List<PendingTimer> timers,
        Map<String, String> attributes,
        String underWay,
        List<DeliveredEvent> lastEvents) {
    public ActivityDetail {
        attached = List.copyOf(attached);
        names = List.copyOf(names);
        timers = List.copyOf(timers);
        attributes = Map.copyOf(attributes);
        lastEvents = List.copyOf(lastEvents);
    }

    /**
     * An SBB entity that is attached.
     *
     * @param entityTree id of the tree it belongs to
     * @param path from the root to the entity, SBB names with {@code /} between
     */
    public record AttachedEntity(int entityTree, String service, String sbb, String path) {}

    /**
     * A timer that is set.
     *
     * @param due next, in milliseconds of the SLEE's clock
     * @param periodMillis 0 for a timer that fires once
     * @param remaining expiries; 0 for an endless timer
     */
    public record PendingTimer(String id, long due, long periodMillis, int remaining) {}

    /**
     * An event that was delivered.
     *
     * @param at milliseconds of the SLEE's clock
     * @param received whether any SBB had it
     */
    public record DeliveredEvent(String type, long at, boolean received) {}
}
