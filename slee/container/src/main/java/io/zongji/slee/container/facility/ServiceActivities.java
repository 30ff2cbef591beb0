package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivitySource;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.entity.SbbObject;
import io.zongji.slee.container.entity.Service;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedActivityException;
import javax.slee.serviceactivity.ServiceActivity;
import javax.slee.serviceactivity.ServiceActivityContextInterfaceFactory;
import javax.slee.serviceactivity.ServiceActivityFactory;
import javax.slee.serviceactivity.ServiceStartedEvent;

/** One activity for each active service, on which its start is announced and whose end announces its stop. */
public final class ServiceActivities
        implements ActivitySource, ServiceActivityFactory, ServiceActivityContextInterfaceFactory {
    private final Transactions transactions;
    private final ActivityTable table;
    private final EventType started10;
    private final EventType started11;
    private final Consumer<ServiceID> whenEnded;
    private final Map<ServiceID, ActivityContext> current = new ConcurrentHashMap<>();

    public ServiceActivities(
            Activities activities, EventType started10, EventType started11, Consumer<ServiceID> whenEnded) {
        this.whenEnded = requireNonNull(whenEnded, "whenEnded");
        this.transactions = activities.transactions();
        this.table = activities.tableFor(this);
        this.started10 = requireNonNull(started10, "started10");
        this.started11 = requireNonNull(started11, "started11");
    }

    /** Equal by identity: each activation is another activity. */
    private static final class OfService implements ServiceActivity {
        private final ServiceID service;

        OfService(ServiceID service) {
            this.service = service;
        }

        @Override
        public ServiceID getService() {
            return service;
        }

        @Override
        public String toString() {
            return service.toString();
        }
    }

    private record Started(ServiceID service) implements ServiceStartedEvent {
        @Override
        public ServiceID getService() {
            return service;
        }
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public Object activity(ActivityContext context) {
        return context.handle();
    }

    @Override
    public void ended(ActivityContext context) {
        ServiceID service = ((OfService) context.handle()).service;
        current.remove(service, context);
        whenEnded.accept(service);
    }

    /** Whether the activity of the service's last activation has not ended yet. */
    public boolean isActive(ServiceID service) {
        return current.containsKey(service);
    }

    /** Starts the activity and announces the service: as 1.0 to everybody, as 1.1 to the service alone. */
    public void start(Service service) {
        ActivityContext context = table.start(new OfService(service.id()), 0, false, null);
        current.put(service.id(), context);
        Started event = new Started(service.id());
        context.offer(new QueuedEvent(started10, event, context, null, null, 0));
        context.offer(new QueuedEvent(started11, event, context, null, service.id(), 0));
    }

    public void end(Service service) {
        ActivityContext context = current.get(service.id());
        if (context != null) {
            context.end();
        }
    }

    @Override
    public ServiceActivity getActivity() {
        LightTransaction transaction = transactions.require();
        if (!(transaction.running() instanceof SbbObject caller)) {
            throw new FactoryException("Only an SBB has a service");
        }
        ActivityContext context = current.get(caller.getService());
        if (context == null) {
            throw new FactoryException("The service has no activity: " + caller.getService());
        }
        return (ServiceActivity) context.handle();
    }

    @Override
    public ActivityContextInterface getActivityContextInterface(ServiceActivity activity)
            throws UnrecognizedActivityException {
        requireNonNull(activity, "activity");
        transactions.require();
        ActivityContext context = table.find(activity);
        if (context == null) {
            throw new UnrecognizedActivityException("No such service activity: " + activity, activity);
        }
        return context.aci();
    }

    public ActivityTable table() {
        return table;
    }
}
