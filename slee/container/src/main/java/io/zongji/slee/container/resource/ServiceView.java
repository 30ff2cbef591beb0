package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.slee.EventTypeID;
import javax.slee.ServiceID;
import javax.slee.resource.ReceivableService;

/** What an RA sees of a service: the events its SBBs receive. Equal by service id. */
public final class ServiceView implements ReceivableService {
    private final ServiceID service;
    private final ReceivableEvent[] events;

    /** An event some SBB of the service receives; initial if it is for the root SBB. */
    public record Event(EventTypeID type, String resourceOption, boolean initial) implements ReceivableEvent {
        @Override
        public EventTypeID getEventType() {
            return type;
        }

        @Override
        public String getResourceOption() {
            return resourceOption;
        }

        @Override
        public boolean isInitialEvent() {
            return initial;
        }
    }

    public ServiceView(ServiceID service, List<? extends ReceivableEvent> events) {
        this.service = requireNonNull(service, "service");
        this.events = events.toArray(ReceivableEvent[]::new);
    }

    /** The same service with only some of its events. */
    ServiceView restrictedTo(Predicate<EventTypeID> fireable) {
        return new ServiceView(
                service,
                Arrays.stream(events)
                        .filter(event -> fireable.test(event.getEventType()))
                        .toList());
    }

    boolean isEmpty() {
        return events.length == 0;
    }

    @Override
    public ServiceID getService() {
        return service;
    }

    @Override
    public ReceivableEvent[] getReceivableEvents() {
        return events.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceivableService that && service.equals(that.getService());
    }

    @Override
    public int hashCode() {
        return service.hashCode();
    }

    @Override
    public String toString() {
        return service.toString();
    }
}
