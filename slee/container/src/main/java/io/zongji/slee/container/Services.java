package io.zongji.slee.container;

import io.zongji.slee.container.descriptor.ChildRelationMethod;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.descriptor.ServiceComponent;
import io.zongji.slee.container.entity.EntityWorld;
import io.zongji.slee.container.entity.Service;
import io.zongji.slee.container.entity.ServiceSbb;
import io.zongji.slee.container.entity.ServiceSbb.ChildRelationType;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.ServiceActivities;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.management.SleeObserver;
import io.zongji.slee.container.profile.ProfileAccess;
import io.zongji.slee.container.resource.RaEntity;
import io.zongji.slee.container.resource.ServiceView;
import io.zongji.slee.container.router.InitialEvents;
import io.zongji.slee.container.usage.UsageSources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.slee.EventTypeID;
import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.SbbNotification;
import javax.slee.management.ServiceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installed services and their life: INACTIVE, ACTIVE, STOPPING until the last entity is gone, INACTIVE. */
final class Services {
    private static final Logger log = LoggerFactory.getLogger(Services.class);

    /** Of a service. */
    enum State {
        INACTIVE,
        ACTIVE,
        STOPPING;

        ServiceState toStandard() {
            return switch (this) {
                case INACTIVE -> ServiceState.INACTIVE;
                case ACTIVE -> ServiceState.ACTIVE;
                case STOPPING -> ServiceState.STOPPING;
            };
        }
    }

    private final InstalledComponents components;
    private final EntityWorld world;
    private final InitialEvents initialEvents;
    private final Map<ServiceID, Installed> services = new ConcurrentHashMap<>();
    private final Alarms alarms;
    private final Tracing tracing;
    private final UsageSources usage;
    private final ProfileAccess profiles;
    private volatile SleeObserver observer = SleeObserver.NONE;
    private ServiceActivities activities;
    private SbbEnvironment environment;
    private ResourceEntities resources;

    Services(
            InstalledComponents components,
            EntityWorld world,
            InitialEvents initialEvents,
            Alarms alarms,
            Tracing tracing,
            UsageSources usage,
            ProfileAccess profiles) {
        this.components = components;
        this.world = world;
        this.initialEvents = initialEvents;
        this.alarms = alarms;
        this.tracing = tracing;
        this.usage = usage;
        this.profiles = profiles;
    }

    private static final class Installed {
        private final Service service;
        private final ServiceView view;
        private volatile State state = State.INACTIVE;

        Installed(Service service, ServiceView view) {
            this.service = service;
            this.view = view;
        }
    }

    /** The parts that need this object to exist first. */
    void wire(ServiceActivities serviceActivities, SbbEnvironment sbbEnvironment, ResourceEntities resourceEntities) {
        activities = serviceActivities;
        environment = sbbEnvironment;
        resources = resourceEntities;
    }

    void observe(SleeObserver value) {
        observer = value;
    }

    // --- installation ---

    void install(ServiceComponent component) {
        Service service = new Service(component, address -> component
                .addressProfileTable()
                .map(table -> profiles.withAddress(table, address))
                .orElse(null));
        addSbb(service, component.rootSbb());
        for (ServiceSbb sbb : service.sbbs().values()) {
            sbb.wire(childRelations(service, sbb), environment.of(sbb.type().component(), service.id()));
        }
        services.put(component.id(), new Installed(service, viewOf(service)));
    }

    private void addSbb(Service service, SbbID id) {
        if (service.sbbs().containsKey(id)) {
            return;
        }
        SbbSources surroundings = new SbbSources(components.sbb(id), service.id(), tracing, usage, profiles, resources);
        service.sbbs().put(id, new ServiceSbb(world, service, components.sbb(id), surroundings));
        SbbComponent component = components.sbb(id).component();
        for (ChildRelationMethod relation : component.classes().childRelations()) {
            component.sbbByAlias(relation.sbbAlias()).ifPresent(child -> addSbb(service, child));
        }
    }

    private static List<ChildRelationType> childRelations(Service service, ServiceSbb sbb) {
        SbbComponent component = sbb.type().component();
        List<ChildRelationType> relations = new ArrayList<>();
        for (ChildRelationMethod relation : component.classes().childRelations()) {
            SbbID child = component.sbbByAlias(relation.sbbAlias()).orElseThrow();
            relations.add(new ChildRelationType(service.sbbs().get(child), relation.defaultPriority()));
        }
        return relations;
    }

    private static ServiceView viewOf(Service service) {
        Map<EventTypeID, ServiceView.Event> events = new LinkedHashMap<>();
        for (ServiceSbb sbb : service.sbbs().values()) {
            boolean root = sbb == service.rootSbb();
            for (SbbEvent event : sbb.type().component().events()) {
                if (event.direction().receives()) {
                    ServiceView.Event seen = new ServiceView.Event(
                            event.type(), event.resourceOption().orElse(null), root && event.initial());
                    events.merge(event.type(), seen, (a, b) -> a.initial() ? a : b);
                }
            }
        }
        return new ServiceView(service.id(), List.copyOf(events.values()));
    }

    void uninstall(ServiceID id) {
        Installed installed = services.remove(id);
        if (installed != null) {
            drainPools(installed);
            for (SbbID sbb : installed.service.sbbs().keySet()) {
                SbbNotification source = new SbbNotification(id, sbb);
                usage.remove(source);
                tracing.remove(source);
                alarms.forget(source);
            }
            observer.serviceUninstalled(id);
        }
    }

    private static void drainPools(Installed installed) {
        installed.service.sbbs().values().forEach(ServiceSbb::drainPool);
    }

    // --- life ---

    /**
     * Deactivates some services and activates others, all or none of them: an initial event meets either the ones or the
     * others.
     */
    void exchange(List<ServiceID> gone, List<ServiceID> come)
            throws UnrecognizedServiceException, InvalidStateException {
        List<Installed> leaving = new ArrayList<>();
        List<Installed> coming = new ArrayList<>();
        synchronized (this) {
            for (ServiceID id : gone) {
                leaving.add(inState(id, State.ACTIVE));
            }
            for (ServiceID id : come) {
                coming.add(inState(id, State.INACTIVE));
                requireLinks(id);
            }
            leaving.forEach(installed -> installed.state = State.STOPPING);
            coming.forEach(installed -> installed.state = State.ACTIVE);
        }
        // What the idle objects of its last life have looked up may be gone, such as a stack that has stopped since.
        coming.forEach(Services::drainPools);
        initialEvents.exchange(services(leaving), services(coming));
        coming.forEach(this::activated);
        leaving.forEach(this::deactivated);
    }

    private Installed inState(ServiceID id, State wanted) throws UnrecognizedServiceException, InvalidStateException {
        Installed installed = find(id);
        if (installed.state != wanted) {
            throw new InvalidStateException(id + " is " + installed.state);
        }
        return installed;
    }

    private static List<Service> services(List<Installed> installed) {
        return installed.stream().map(one -> one.service).toList();
    }

    private void activated(Installed installed) {
        tellResources(installed, RaEntity::serviceActive);
        activities.start(installed.service);
        tellObserver(installed, State.INACTIVE, State.ACTIVE);
    }

    private void deactivated(Installed installed) {
        ServiceID id = installed.service.id();
        tellResources(installed, RaEntity::serviceStopping);
        tellObserver(installed, State.ACTIVE, State.STOPPING);
        installed.service.whenEmpty(() -> inactiveIfDrained(id));
        activities.end(installed.service);
        inactiveIfDrained(id);
    }

    private void tellObserver(Installed installed, State before, State now) {
        log.info("{} is {}", installed.service, now);
        observer.serviceChanged(installed.service.id(), before.toStandard(), now.toStandard());
    }

    private void requireLinks(ServiceID id) throws UnrecognizedServiceException, InvalidStateException {
        List<String> unbound = unboundLinks(id);
        if (!unbound.isEmpty()) {
            throw new InvalidStateException(id + " needs RA links that are not bound: " + unbound);
        }
    }

    /** The RA links that SBBs of the service name and nobody has bound. */
    List<String> unboundLinks(ServiceID id) throws UnrecognizedServiceException {
        return find(id).service.sbbs().values().stream()
                .flatMap(sbb -> sbb.type().component().linkNames().stream())
                .filter(link -> !resources.isBound(link))
                .distinct()
                .toList();
    }

    /** The services that are not inactive and whose SBBs name the link. */
    List<ServiceID> users(String link) {
        return services.values().stream()
                .filter(installed -> installed.state != State.INACTIVE)
                .filter(installed -> installed.service.sbbs().values().stream()
                        .anyMatch(sbb -> sbb.type().component().linkNames().contains(link)))
                .map(installed -> installed.service.id())
                .toList();
    }

    /** Called whenever a reason to stay STOPPING goes away. */
    void inactiveIfDrained(ServiceID id) {
        Installed installed = services.get(id);
        if (installed == null) {
            return;
        }
        synchronized (installed) {
            if (installed.state != State.STOPPING || !installed.service.roots().isEmpty() || activities.isActive(id)) {
                return;
            }
            installed.state = State.INACTIVE;
        }
        installed.service.whenEmpty(null);
        tellResources(installed, RaEntity::serviceInactive);
        tellObserver(installed, State.STOPPING, State.INACTIVE);
    }

    private void tellResources(Installed installed, BiConsumer<RaEntity, ServiceView> message) {
        resources.all().forEach(entity -> message.accept(entity, installed.view));
    }

    // --- looking ---

    private Installed find(ServiceID id) throws UnrecognizedServiceException {
        Installed installed = services.get(id);
        if (installed == null) {
            throw new UnrecognizedServiceException("Not installed: " + id);
        }
        return installed;
    }

    State state(ServiceID id) throws UnrecognizedServiceException {
        return find(id).state;
    }

    ServiceView view(ServiceID id) {
        Installed installed = services.get(id);
        return installed == null ? null : installed.view;
    }

    Collection<ServiceView> activeViews() {
        return services.values().stream()
                .filter(installed -> installed.state == State.ACTIVE)
                .map(installed -> installed.view)
                .toList();
    }

    /** All that are installed. */
    Collection<Service> all() {
        return services(List.copyOf(services.values()));
    }

    List<ServiceID> inState(ServiceState state) {
        return services.entrySet().stream()
                .filter(entry -> entry.getValue().state.toStandard().equals(state))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Live entities by SBB, summed over the services. */
    Map<SbbID, Integer> entityCounts() {
        Map<SbbID, Integer> counts = new LinkedHashMap<>();
        for (Installed installed : services.values()) {
            for (ServiceSbb sbb : installed.service.sbbs().values()) {
                counts.merge(sbb.type().id(), sbb.entityCount(), Integer::sum);
            }
        }
        return counts;
    }
}
