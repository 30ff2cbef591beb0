package io.zongji.slee.container.router;

import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.entity.SbbType;
import io.zongji.slee.container.entity.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The active services by the event types that are initial for them, highest priority first. Written rarely, read per event. */
public final class InitialEvents {
    private static final Service[] NONE = {};

    private volatile Service[][] byOrdinal = {};

    /** At once for every event that is looked up from now on: no event finds both, or none of them. */
    public synchronized void exchange(Collection<Service> leaving, Collection<Service> coming) {
        Service[][] table = byOrdinal.clone();
        leaving.forEach(service -> remove(table, service));
        Service[][] next = table;
        for (Service service : coming) {
            next = add(next, service);
        }
        byOrdinal = next;
    }

    private static Service[][] add(Service[][] before, Service service) {
        SbbType root = service.rootSbb().type();
        Service[][] table = before;
        for (int i = 0; i < root.eventTypes().size(); i++) {
            SbbEvent event = root.component().events().get(i);
            if (event.initial() && event.direction().receives()) {
                int ordinal = root.eventTypes().get(i).ordinal();
                table = grownTo(table, ordinal + 1);
                table[ordinal] = with(table[ordinal], service);
            }
        }
        return table;
    }

    private static void remove(Service[][] table, Service service) {
        for (int i = 0; i < table.length; i++) {
            List<Service> left = new ArrayList<>(List.of(table[i]));
            if (left.remove(service)) {
                table[i] = left.toArray(Service[]::new);
            }
        }
    }

    private static Service[][] grownTo(Service[][] table, int size) {
        if (table.length >= size) {
            return table;
        }
        Service[][] grown = new Service[size][];
        for (int i = 0; i < size; i++) {
            grown[i] = i < table.length ? table[i] : NONE;
        }
        return grown;
    }

    private static Service[] with(Service[] services, Service added) {
        List<Service> list = new ArrayList<>(List.of(services));
        list.add(added);
        list.sort(Comparator.comparingInt(Service::priority).reversed());
        return list.toArray(Service[]::new);
    }

    /** The walk of an event through the services it is initial for; null if there are none. */
    InitialDelivery start(QueuedEvent event) {
        EventType type = event.type();
        Service[][] table = byOrdinal;
        Service[] services = type.ordinal() < table.length ? table[type.ordinal()] : NONE;
        return services.length == 0 ? null : new InitialDelivery(event, services);
    }
}
