package io.zongji.slee.container.activity;

import javax.slee.resource.FailureReason;

/**
 * Who owns activities: a resource adaptor entity, or the container for null and service activities. Called without any
 * container lock and outside transactions.
 */
public interface ActivitySource {
    /** For people: the RA entity's name, or what the activities are. */
    String name();

    /** The activity object behind the context; null if the owner no longer knows it. */
    Object activity(ActivityContext context);

    /** The context is gone from the table; nothing refers to it any more. */
    default void ended(ActivityContext context) {}

    /** No entity is attached, no name bound, no timer set and no event queued. Only for contexts that count references. */
    default void unreferenced(ActivityContext context) {}

    /** Every receiver has had the event. Only called if the event's flags ask for one of the callbacks. */
    default void processed(QueuedEvent event) {}

    /** The event will reach nobody. Only called if the event's flags ask for one of the callbacks. */
    default void failed(QueuedEvent event, FailureReason reason) {}
}
