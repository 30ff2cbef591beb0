package io.zongji.server;

import javax.slee.EventTypeID;
import javax.slee.UnrecognizedEventException;
import javax.slee.connection.SleeConnection;
import javax.slee.connection.SleeConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires our own events into the SLEE from outside (JAIN SLEE 1.1, appendix F). Thread-safe. */
final class EventInlet {

    private static final Logger log = LoggerFactory.getLogger(EventInlet.class);

    private final SleeConnectionFactory connections;

    EventInlet(SleeConnectionFactory connections) {
        this.connections = connections;
    }

    /** Fires an event on an activity of its own; false when the SLEE did not take it. */
    boolean fire(Object event) {
        try {
            SleeConnection connection = connections.getConnection();
            try {
                EventTypeID type = connection.getEventTypeID(event.getClass().getName(), "io.zongji", "1.0");
                connection.fireEvent(event, type, connection.createActivityHandle(), null);
                return true;
            } finally {
                connection.close();
            }
        } catch (jakarta.resource.ResourceException | UnrecognizedEventException e) {
            log.error("{} could not be handed to the SLEE", event, e);
            return false;
        }
    }
}
