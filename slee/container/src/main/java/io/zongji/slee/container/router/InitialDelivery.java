package io.zongji.slee.container.router;

import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.entity.Service;

/**
 * How far one event has come through the services it is initial for. The convergence name is worked out once per service,
 * even if the delivery pauses because the entity it names is busy.
 */
final class InitialDelivery {
    private final QueuedEvent event;
    private final Service[] services;
    private int next;
    private ConvergenceName name;

    InitialDelivery(QueuedEvent event, Service[] services) {
        this.event = event;
        this.services = services;
        skipOthers();
    }

    /** The service whose turn is next; null if all had it. */
    Service service() {
        return next < services.length ? services[next] : null;
    }

    /** The name of the root entity that gets the event in the current service; null if it is not initial after all. */
    ConvergenceName name() {
        if (name == null) {
            name = InitialEventChoice.convergenceName(event, services[next]);
        }
        return name;
    }

    void advance() {
        next++;
        name = null;
        skipOthers();
    }

    private void skipOthers() {
        while (event.getService() != null
                && next < services.length
                && !event.getService().equals(services[next].id())) {
            next++;
        }
    }
}
