package io.zongji.slee.container.resource;

import io.zongji.slee.container.activity.EventType;
import java.util.Set;
import java.util.function.Function;
import javax.slee.EventTypeID;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.EventLookupFacility;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.IllegalEventException;

/** The event types one RA may fire: those of its RA types, or all if its descriptor switches the check off. */
final class FireableEvents implements EventLookupFacility {
    private final Set<EventTypeID> allowed;
    private final boolean all;
    private final Function<EventTypeID, EventType> installed;

    FireableEvents(Set<EventTypeID> allowed, boolean all, Function<EventTypeID, EventType> installed) {
        this.allowed = Set.copyOf(allowed);
        this.all = all;
        this.installed = installed;
    }

    boolean contains(EventTypeID id) {
        return all || allowed.contains(id);
    }

    @Override
    public FireableEventType getFireableEventType(EventTypeID id) throws UnrecognizedEventException {
        if (id == null) {
            throw new NullPointerException("event type");
        }
        EventType type = contains(id) ? installed.apply(id) : null;
        if (type == null) {
            throw new UnrecognizedEventException("Not installed, or not an event of this RA's types: " + id);
        }
        return type;
    }

    /** The container's type for what the RA passes in, if it may fire this object as that type. */
    EventType check(FireableEventType fireable, Object event) throws IllegalEventException {
        EventType type = fireable instanceof EventType known ? known : installed.apply(fireable.getEventType());
        if (type == null || !contains(type.id())) {
            throw new IllegalEventException("This RA may not fire " + fireable.getEventType());
        }
        if (!type.eventClass().isInstance(event)) {
            throw new IllegalEventException(event.getClass() + " is no " + type.eventClass());
        }
        return type;
    }
}
