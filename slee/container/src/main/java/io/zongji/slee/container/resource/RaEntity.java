package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivitySource;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.management.SleeObserver;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import javax.slee.EventTypeID;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FailureReason;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;

/**
 * A configured instance of a resource adaptor. Becomes inactive only when its last activity has ended. The RA object is
 * never called under a container lock, and its failures are logged, not passed on.
 */
public final class RaEntity implements ActivitySource {
    private final String name;
    private final ResourceAdaptorComponent component;
    private final RaObject object;
    private final ActivityTable table;
    private final FireableEvents events;
    private final ResourceSurroundings surroundings;
    private final Endpoint endpoint;
    private volatile EntityState state = EntityState.INACTIVE;
    private volatile Throwable failure;
    private volatile SleeObserver observer = SleeObserver.NONE;
    private boolean sleeStops;
    private ConfigProperties properties;
    private EntityTimer timer;

    /** @param fireable the event types of the RA types */
    public RaEntity(
            String name,
            ResourceAdaptorComponent component,
            ResourceAdaptor object,
            ClassLoader loader,
            Set<EventTypeID> fireable,
            ResourceSurroundings surroundings) {
        this.name = requireNonNull(name, "name");
        this.component = requireNonNull(component, "component");
        this.object = new RaObject(name, object, loader);
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.table = surroundings.activities().tableFor(this);
        this.events = new FireableEvents(fireable, component.ignoreEventTypeCheck(), surroundings.eventTypes());
        this.endpoint = new Endpoint(
                this,
                table,
                events,
                surroundings.activities().transactions(),
                surroundings.activities().limit());
    }

    public void observe(SleeObserver value) {
        observer = requireNonNull(value, "observer");
    }

    // --- life ---

    /** Gives the RA its context and configuration; if it refuses them nothing of it stays. */
    public void configure(ConfigProperties given) throws InvalidConfigurationException {
        try {
            configureWith(RaConfiguration.complete(component, given));
        } catch (InvalidConfigurationException | RuntimeException e) {
            endTimer();
            surroundings.activities().remove(table);
            throw e;
        }
    }

    private void configureWith(ConfigProperties complete) throws InvalidConfigurationException {
        RaContext context = new RaContext(this, component, endpoint, events, surroundings);
        try {
            object.ask(ra -> {
                ra.setResourceAdaptorContext(context);
                return null;
            });
            object.verify(complete);
        } catch (InvalidConfigurationException | RuntimeException e) {
            object.tell(ResourceAdaptor::unsetResourceAdaptorContext);
            throw e;
        }
        properties = complete;
        object.tell(ra -> ra.raConfigure(complete));
    }

    /** Changes the configuration; refused while active unless the RA supports that. */
    public synchronized void reconfigure(ConfigProperties given)
            throws InvalidConfigurationException, InvalidStateException {
        if (state != EntityState.INACTIVE && !component.supportsActiveReconfiguration()) {
            throw new InvalidStateException("RA entity " + name + " is " + state + " and cannot be reconfigured now");
        }
        ConfigProperties complete = RaConfiguration.merged(component, properties, given);
        object.verify(complete);
        properties = complete;
        object.tell(ra -> ra.raConfigurationUpdate(complete));
    }

    /**
     * The RA may start activities from inside {@code raActive} on. One that fails there counts as active (it has to be
     * deactivated), and {@link #failure} tells.
     */
    public void activate() throws InvalidStateException {
        become(EntityState.ACTIVE);
        synchronized (this) {
            sleeStops = false;
        }
        failure = object.tell(ResourceAdaptor::raActive);
        surroundings.activeServices().all().forEach(this::serviceActive);
        changed(EntityState.INACTIVE, EntityState.ACTIVE);
    }

    /** No new activities; the entity becomes inactive when the last one has ended. */
    public void deactivate() throws InvalidStateException {
        stopping();
        inactiveIfDrained();
    }

    /**
     * Deactivates for a SLEE that stops: SBBs of other activities may need the RA's interface up to their own end, so the
     * RA is told that it is inactive only by {@link #sleeStopped}.
     */
    public void sleeStops() throws InvalidStateException {
        synchronized (this) {
            sleeStops = true;
        }
        if (state == EntityState.ACTIVE) {
            stopping();
        }
    }

    private void stopping() throws InvalidStateException {
        become(EntityState.STOPPING);
        object.tell(ResourceAdaptor::raStopping);
        changed(EntityState.ACTIVE, EntityState.STOPPING);
    }

    /** No SBB entity is left, or waited for. */
    public void sleeStopped() {
        synchronized (this) {
            if (state != EntityState.STOPPING) {
                return;
            }
            state = EntityState.INACTIVE;
        }
        inactive();
    }

    private void inactive() {
        object.tell(ResourceAdaptor::raInactive);
        changed(EntityState.STOPPING, EntityState.INACTIVE);
    }

    private void changed(EntityState before, EntityState now) {
        observer.entityChanged(name, before.toStandard(), now.toStandard());
    }

    /** Whether SBB entities are attached to any of its activities. */
    public boolean isInUse() {
        return table.all().stream().anyMatch(context -> context.attachmentCount() > 0);
    }

    /** Why the last activation failed; null if it did not. */
    public Throwable failure() {
        return failure;
    }

    public void remove() throws InvalidStateException {
        become(EntityState.REMOVED);
        object.tell(ResourceAdaptor::raUnconfigure);
        object.tell(ResourceAdaptor::unsetResourceAdaptorContext);
        endTimer();
        surroundings.activities().remove(table);
    }

    private synchronized void become(EntityState next) throws InvalidStateException {
        if (!state.mayBecome(next)) {
            throw new InvalidStateException("RA entity " + name + " is " + state + " and cannot become " + next);
        }
        state = next;
    }

    /** An activity that was started too late is taken back. */
    void withdrawn() {
        inactiveIfDrained();
    }

    private void inactiveIfDrained() {
        synchronized (this) {
            if (state != EntityState.STOPPING || sleeStops || table.size() > 0) {
                return;
            }
            state = EntityState.INACTIVE;
        }
        inactive();
    }

    /** Made when the RA first asks for it. */
    synchronized Timer timer() {
        if (timer == null) {
            timer = new EntityTimer(name);
        }
        return timer;
    }

    /** The entity is removed, or the SLEE closed: nothing more happens by time. */
    public synchronized void endTimer() {
        if (timer != null) {
            timer.end();
        }
    }

    // --- services ---

    public void serviceActive(ServiceView service) {
        notifyOf(service, ResourceAdaptor::serviceActive);
    }

    public void serviceStopping(ServiceView service) {
        notifyOf(service, ResourceAdaptor::serviceStopping);
    }

    public void serviceInactive(ServiceView service) {
        notifyOf(service, ResourceAdaptor::serviceInactive);
    }

    private interface ServiceCallback {
        void call(ResourceAdaptor ra, ReceivableService service);
    }

    private void notifyOf(ServiceView service, ServiceCallback callback) {
        ServiceView mine = service.restrictedTo(events::contains);
        if (state != EntityState.INACTIVE && state != EntityState.REMOVED && !mine.isEmpty()) {
            object.tell(ra -> callback.call(ra, mine));
        }
    }

    // --- activities ---

    @Override
    public Object activity(ActivityContext context) {
        return object.ask(ra -> ra.getActivity((ActivityHandle) context.handle()));
    }

    /** The context of one of this RA's activity objects, or null. */
    public ActivityContext contextOf(Object activity) {
        if (state == EntityState.REMOVED) {
            return null;
        }
        ActivityHandle handle = object.ask(ra -> ra.getActivityHandle(activity));
        return handle == null ? null : table.find(handle);
    }

    @Override
    public void ended(ActivityContext context) {
        if ((context.flags() & ActivityFlags.REQUEST_ENDED_CALLBACK) != 0) {
            object.tell(ra -> ra.activityEnded((ActivityHandle) context.handle()));
        }
        inactiveIfDrained();
    }

    @Override
    public void unreferenced(ActivityContext context) {
        object.tell(ra -> ra.activityUnreferenced((ActivityHandle) context.handle()));
    }

    @Override
    public void processed(QueuedEvent event) {
        ActivityHandle handle = (ActivityHandle) event.context().handle();
        ServiceView service = serviceOf(event.getService());
        if ((event.flags() & EventFlags.REQUEST_PROCESSING_SUCCESSFUL_CALLBACK) != 0) {
            object.tell(ra -> ra.eventProcessingSuccessful(
                    handle, event.type(), event.getEvent(), event.getAddress(), service, event.flags()));
        }
        unreferencedEvent(event, service);
    }

    @Override
    public void failed(QueuedEvent event, FailureReason reason) {
        ServiceView service = serviceOf(event.getService());
        if ((event.flags() & EventFlags.REQUEST_PROCESSING_FAILED_CALLBACK) != 0) {
            ActivityHandle handle = (ActivityHandle) event.context().handle();
            object.tell(ra -> ra.eventProcessingFailed(
                    handle, event.type(), event.getEvent(), event.getAddress(), service, event.flags(), reason));
        }
        unreferencedEvent(event, service);
    }

    private void unreferencedEvent(QueuedEvent event, ServiceView service) {
        if ((event.flags() & EventFlags.REQUEST_EVENT_UNREFERENCED_CALLBACK) != 0) {
            ActivityHandle handle = (ActivityHandle) event.context().handle();
            object.tell(ra -> ra.eventUnreferenced(
                    handle, event.type(), event.getEvent(), event.getAddress(), service, event.flags()));
        }
    }

    private ServiceView serviceOf(ServiceID id) {
        return id == null ? null : surroundings.services().apply(id);
    }

    /** The RA's interface for SBBs, or null. */
    public Object resourceAdaptorInterface(String className) {
        return object.ask(ra -> ra.getResourceAdaptorInterface(className));
    }

    // --- activities that seem forgotten ---

    /** Asks the RA about activities on which nothing has happened for so long; about each again after as long. */
    void queryIdle(long idleMillis) {
        long now = surroundings.activities().now();
        for (ActivityContext context : table.all()) {
            if (context.isIdle(now, idleMillis)) {
                object.tell(ra -> ra.queryLiveness((ActivityHandle) context.handle()));
            }
        }
    }

    /** The activities, each in the words of its handle. */
    public List<String> activities() {
        return table.all().stream()
                .map(context -> context.handle().toString())
                .sorted()
                .toList();
    }

    /** Asks the RA about all activities of this handle in words; it ends those that are over. How many they were. */
    public int queryLiveness(String handle) {
        List<ActivityContext> asked = withHandle(handle);
        asked.forEach(context -> object.tell(ra -> ra.queryLiveness((ActivityHandle) context.handle())));
        return asked.size();
    }

    /**
     * Ends the activities of this handle in words, with their end events, and tells the RA that it was an operator who did.
     * How many they were.
     */
    public int removeActivity(String handle) {
        List<ActivityContext> removed = withHandle(handle);
        for (ActivityContext context : removed) {
            // First, as an RA forgets what has ended, and then could end nothing on the wire.
            object.tell(ra -> ra.administrativeRemove((ActivityHandle) context.handle()));
            context.end();
        }
        return removed.size();
    }

    private List<ActivityContext> withHandle(String words) {
        requireNonNull(words, "handle");
        return table.all().stream()
                .filter(context -> context.handle().toString().equals(words))
                .toList();
    }

    // --- facts ---

    @Override
    public String name() {
        return name;
    }

    /** The RA object, for who put it into the server and knows its class. Not to be called in its SLEE methods. */
    public ResourceAdaptor resourceAdaptor() {
        return object.plain();
    }

    public EntityState state() {
        return state;
    }

    public ResourceAdaptorComponent component() {
        return component;
    }

    /** A copy: what is done to it changes nothing here. */
    public synchronized ConfigProperties properties() {
        return (ConfigProperties) properties.clone();
    }

    public int activityCount() {
        return table.size();
    }
}
