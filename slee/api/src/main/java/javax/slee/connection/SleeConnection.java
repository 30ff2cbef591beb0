package javax.slee.connection;

import jakarta.resource.ResourceException;
import javax.slee.Address;
import javax.slee.EventTypeID;
import javax.slee.UnrecognizedActivityException;
import javax.slee.UnrecognizedEventException;

/**
 * A connection over which code outside the SLEE fires events.
 */
public interface SleeConnection {
    /** Creates a handle for a new activity. */
    ExternalActivityHandle createActivityHandle() throws ResourceException;

    /** The identifier of an event type; not every connection checks that the type is installed. */
    EventTypeID getEventTypeID(String name, String vendor, String version)
            throws UnrecognizedEventException, ResourceException;

    /** Fires an event, within the caller's transaction if there is one; the address may be null. */
    void fireEvent(Object event, EventTypeID eventType, ExternalActivityHandle handle, Address address)
            throws NullPointerException, UnrecognizedActivityException, UnrecognizedEventException, ResourceException;

    /** Closes the connection; any later use fails. */
    void close() throws ResourceException;
}
