package io.zongji.slee.container.activity;

import static java.util.Objects.requireNonNull;

import javax.slee.EventTypeID;
import javax.slee.resource.FireableEventType;

/**
 * An event type while its component is installed. The ordinal is small and unique in the container, so that lookups
 * per event are array accesses. Equal by identity.
 */
public final class EventType implements FireableEventType {
    private static final String STANDARD_VENDOR = "javax.slee";

    private final EventTypeID id;
    private final Class<?> eventClass;
    private final int ordinal;
    private final boolean activityEnd;

    public EventType(EventTypeID id, Class<?> eventClass, int ordinal) {
        this.id = requireNonNull(id, "id");
        this.eventClass = requireNonNull(eventClass, "eventClass");
        this.ordinal = ordinal;
        this.activityEnd = id.getName().equals("javax.slee.ActivityEndEvent")
                && id.getVendor().equals(STANDARD_VENDOR);
    }

    public EventTypeID id() {
        return id;
    }

    public Class<?> eventClass() {
        return eventClass;
    }

    public int ordinal() {
        return ordinal;
    }

    /** Whether this is the event that ends every activity. */
    public boolean isActivityEnd() {
        return activityEnd;
    }

    @Override
    public EventTypeID getEventType() {
        return id;
    }

    @Override
    public String getEventClassName() {
        return eventClass.getName();
    }

    @Override
    public ClassLoader getEventClassLoader() {
        return eventClass.getClassLoader();
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
