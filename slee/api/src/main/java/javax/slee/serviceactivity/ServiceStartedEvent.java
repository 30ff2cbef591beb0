package javax.slee.serviceactivity;

import javax.slee.ServiceID;

/**
 * Fired on a service activity when the service has started. Version 1.0 of the event type reaches every service,
 * version 1.1 only the one that started.
 */
public interface ServiceStartedEvent {
    /** The service that started. */
    ServiceID getService();
}
