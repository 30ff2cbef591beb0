package javax.slee.resource;

import javax.slee.EventTypeID;
import javax.slee.ServiceID;

/**
 * A service and the event types that it may receive.
 */
public interface ReceivableService {
    /** The service. */
    ServiceID getService();

    /** The event types, each once per resource option. */
    ReceivableEvent[] getReceivableEvents();

    /** Whether the other object describes the same service. */
    @Override
    boolean equals(Object obj);

    /**
     * An event type that SBBs of a service may receive.
     */
    interface ReceivableEvent {
        /** The event type. */
        EventTypeID getEventType();

        /** What the SBB tells the resource adaptor about the event, or null. */
        String getResourceOption();

        /** Whether the event is an initial event of the service. */
        boolean isInitialEvent();
    }
}
