package javax.slee.facilities;

import javax.slee.EventTypeID;
import javax.slee.UnrecognizedEventException;
import javax.slee.resource.FireableEventType;

/**
 * Finds the event types that a resource adaptor may fire.
 */
public interface EventLookupFacility {
    /** The event type of this identifier. */
    FireableEventType getFireableEventType(EventTypeID eventType)
            throws NullPointerException, UnrecognizedEventException, FacilityException;
}
