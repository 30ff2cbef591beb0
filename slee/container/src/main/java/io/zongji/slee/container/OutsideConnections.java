package io.zongji.slee.container;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.LoadLimit;
import io.zongji.slee.container.facility.NullActivities;
import jakarta.resource.ResourceException;
import java.util.function.BooleanSupplier;
import javax.slee.Address;
import javax.slee.EventTypeID;
import javax.slee.UnrecognizedActivityException;
import javax.slee.UnrecognizedEventException;
import javax.slee.connection.ExternalActivityHandle;
import javax.slee.connection.SleeConnection;
import javax.slee.connection.SleeConnectionFactory;

/**
 * The way in for Jakarta EE components: events on null activities. An event is queued at once, whatever becomes of the
 * caller's transaction. Connections are cheap and safe for all threads.
 */
final class OutsideConnections implements SleeConnectionFactory {
    private final NullActivities nullActivities;
    private final InstalledComponents components;
    private final LoadLimit limit;
    private final BooleanSupplier running;

    OutsideConnections(
            NullActivities nullActivities, InstalledComponents components, LoadLimit limit, BooleanSupplier running) {
        this.nullActivities = nullActivities;
        this.components = components;
        this.limit = limit;
        this.running = running;
    }

    @Override
    public SleeConnection getConnection() {
        return new Connection();
    }

    private final class Connection implements SleeConnection {
        private volatile boolean closed;

        @Override
        public ExternalActivityHandle createActivityHandle() throws ResourceException {
            requireOpen();
            return nullActivities.newExternalHandle();
        }

        @Override
        public EventTypeID getEventTypeID(String name, String vendor, String version)
                throws UnrecognizedEventException, ResourceException {
            requireOpen();
            return type(new EventTypeID(name, vendor, version)).id();
        }

        @Override
        public void fireEvent(Object event, EventTypeID eventType, ExternalActivityHandle handle, Address address)
                throws UnrecognizedActivityException, UnrecognizedEventException, ResourceException {
            requireOpen();
            requireNonNull(event, "event");
            EventType type = type(requireNonNull(eventType, "event type"));
            if (!type.eventClass().isInstance(event)) {
                throw new UnrecognizedEventException(event.getClass() + " is no " + type.eventClass());
            }
            if (!(requireNonNull(handle, "handle") instanceof NullActivities.External known)) {
                throw new UnrecognizedActivityException("Not a handle of this SLEE: " + handle, handle);
            }
            if (!running.getAsBoolean()) {
                throw new ResourceException("The SLEE is not running");
            }
            if (!limit.admitsFromConnection()) {
                throw new ResourceException("EVENT_QUEUE_FULL");
            }
            nullActivities.fire(known, type, event, address);
        }

        private EventType type(EventTypeID id) throws UnrecognizedEventException {
            EventType type = components.eventType(id);
            if (type == null) {
                throw new UnrecognizedEventException("Not installed: " + id);
            }
            return type;
        }

        private void requireOpen() throws ResourceException {
            if (closed) {
                throw new ResourceException("The connection is closed");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
