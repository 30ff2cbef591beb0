package javax.slee.resource;

import javax.slee.EventTypeID;

/**
 * An event type that a resource adaptor may fire.
 */
public interface FireableEventType {
    /** The identifier of the type. */
    EventTypeID getEventType();

    /** The fully qualified name of the event class. */
    String getEventClassName();

    /** A class loader that knows the event class. */
    ClassLoader getEventClassLoader();

    /** Whether both are the same event type. */
    @Override
    boolean equals(Object obj);
}
