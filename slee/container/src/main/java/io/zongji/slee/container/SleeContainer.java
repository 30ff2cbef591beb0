package io.zongji.slee.container;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.activity.LoadLimit;
import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.Deployer;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.ServiceComponent;
import io.zongji.slee.container.entity.EntityWorld;
import io.zongji.slee.container.facility.ActivityNames;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.NullActivities;
import io.zongji.slee.container.facility.ServiceActivities;
import io.zongji.slee.container.facility.TimerWheel;
import io.zongji.slee.container.facility.Timers;
import io.zongji.slee.container.inspection.Inspection;
import io.zongji.slee.container.management.ManagementBeans;
import io.zongji.slee.container.management.SleeObserver;
import io.zongji.slee.container.profile.Profiles;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.container.resource.RaEntity;
import io.zongji.slee.container.resource.ResourceSurroundings;
import io.zongji.slee.container.resource.SharedTimer;
import io.zongji.slee.container.router.EventRouter;
import io.zongji.slee.container.router.InitialEvents;
import io.zongji.slee.container.tx.Transactions;
import io.zongji.slee.container.usage.UsageSources;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.management.MBeanServer;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.connection.SleeConnectionFactory;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.management.ManagementException;
import javax.slee.management.ServiceState;
import javax.slee.management.SleeState;
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JAIN SLEE: the facade to install, configure, start, watch and stop it. Management calls may come from any thread, one
 * at a time. What is activated before {@link #start} becomes active with it.
 */
public final class SleeContainer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SleeContainer.class);
    private static final Duration ENDING = Duration.ofSeconds(5);

    /** Of the SLEE as a whole. */
    public enum State {
        STOPPED,
        STARTING,
        RUNNING,
        STOPPING;

        /** In the standard's words. */
        public SleeState toStandard() {
            return switch (this) {
                case STOPPED -> SleeState.STOPPED;
                case STARTING -> SleeState.STARTING;
                case RUNNING -> SleeState.RUNNING;
                case STOPPING -> SleeState.STOPPING;
            };
        }
    }

    private final SleeContainerBuilder.Settings settings;
    private final RouterThreads threads;
    private final Transactions transactions;
    private final TimerWheel wheel;
    private final Activities activities;
    private final Alarms alarms;
    private final Timers timers;
    private final ActivityNames names;
    private final NullActivities nullActivities;
    private final ComponentRepository repository = new ComponentRepository();
    private final Deployer deployer;
    private final InstalledComponents components = new InstalledComponents(repository);
    private final UsageSources usage = new UsageSources();
    private final ProfileParts profiles;
    private final Services services;
    private final ResourceEntities resources;
    private final UnitEntities unitEntities = new UnitEntities(this);
    private final Inspection inspection;
    private final SharedTimer raTimer = new SharedTimer();
    private final Set<String> wantedEntities = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<ServiceID> wantedServices = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<StartFailure> startFailures = new CopyOnWriteArrayList<>();
    private volatile State state = State.STOPPED;
    private Runnable stopTicking;
    private volatile ManagementBeans beans;
    private volatile SleeObserver observer = SleeObserver.NONE;

    SleeContainer(SleeContainerBuilder.Settings settings) {
        this.settings = settings;
        threads = new RouterThreads(settings.name(), settings.threads());
        transactions = new Transactions(settings.jta());
        wheel = new TimerWheel(settings.time().clock()::millis);
        activities = new Activities(
                transactions,
                wheel::now,
                threads,
                new LoadLimit(settings.eventsPerActivity(), settings.eventsInTotal()),
                wheel,
                components.standardEventType("javax.slee.ActivityEndEvent", "1.0"));
        InitialEvents initialEvents = new InitialEvents();
        activities.deliverTo(new EventRouter(transactions, initialEvents));
        alarms = new Alarms(settings.time().clock());
        timers = new Timers(
                transactions, wheel, components.standardEventType("javax.slee.facilities.TimerEvent", "1.0"));
        names = new ActivityNames(transactions);
        nullActivities = new NullActivities(activities, this::isRunning);
        deployer = new Deployer(repository, settings.time().clock());
        profiles = ProfileParts.of(settings, activities, components, repository, alarms, usage, this::isRunning);
        services = new Services(
                components,
                new EntityWorld(
                        transactions,
                        settings.naming(),
                        settings.treeWaitMillis(),
                        settings.idleSbbObjects(),
                        wheel::lately),
                initialEvents,
                usage,
                profiles.access());
        resources = new ResourceEntities(
                repository,
                new ResourceSurroundings(
                        activities,
                        alarms,
                        components::eventType,
                        services::view,
                        services::activeViews,
                        raTimer,
                        usage,
                        profiles.access()));
        wireServices();
        inspection = new Inspection(activities, timers, services::all, threads::figures);
    }

    private void wireServices() {
        String started = "javax.slee.serviceactivity.ServiceStartedEvent";
        ServiceActivities serviceActivities = new ServiceActivities(
                activities,
                components.standardEventType(started, "1.0"),
                components.standardEventType(started, "1.1"),
                services::inactiveIfDrained);
        services.wire(
                serviceActivities,
                new SbbEnvironment(timers, names, alarms, nullActivities, serviceActivities, resources, profiles),
                resources);
    }

    /** For the builder, before anybody else knows of the container. */
    void manageIn(MBeanServer server) throws ManagementException {
        beans = new ManagementBeans(this, server);
        observer = beans;
        services.observe(beans);
        resources.observe(beans);
    }

    public static SleeContainerBuilder builder() {
        return new SleeContainerBuilder();
    }

    // --- the SLEE ---

    /** Of {@link #start}: what could not be activated, and why. */
    public record StartFailure(String part, Throwable cause) {}

    /**
     * Starts time and activates the RA entities and then the services that were asked for. A part that fails does not keep
     * the others from starting: ask {@link #startFailures} afterwards.
     */
    public synchronized void start() throws InvalidStateException {
        require(State.STOPPED);
        become(State.STARTING);
        stopTicking = settings.time().tick(wheel::turn);
        become(State.RUNNING);
        profiles.management().start();
        for (String name : List.copyOf(wantedEntities)) {
            RaEntity entity = resources.find(name);
            if (entity != null) {
                failed("RA entity " + name, attempt("activate RA entity " + name, entity::activate));
                failed("RA entity " + name, entity.failure());
            }
        }
        for (ServiceID service : List.copyOf(wantedServices)) {
            failed(
                    service.toString(),
                    attempt("activate " + service, () -> services.exchange(List.of(), List.of(service))));
        }
        log.info("SLEE {} is running", settings.name());
    }

    private void failed(String part, Throwable cause) {
        if (cause != null) {
            startFailures.add(new StartFailure(part, cause));
        }
    }

    /** What the start could not activate, in the order of the attempts; empty if all is well. */
    public List<StartFailure> startFailures() {
        return List.copyOf(startFailures);
    }

    /**
     * Stops services and RA entities, lets activities of RAs that SBB entities work on finish for the drain time, ends what
     * is left with its end events, and stops. RAs become inactive last. The container cannot be started again.
     */
    public synchronized void stop() throws InvalidStateException {
        require(State.RUNNING);
        become(State.STOPPING);
        for (ServiceID service : services.inState(ServiceState.ACTIVE)) {
            attempt("deactivate " + service, () -> services.exchange(List.of(service), List.of()));
        }
        for (RaEntity entity : resources.all()) {
            attempt("stop RA entity " + entity.name(), entity::sleeStops);
        }
        drain();
        resources.all().forEach(RaEntity::sleeStopped);
        stopTicking.run();
        threads.end();
        raTimer.end();
        become(State.STOPPED);
        log.info("SLEE {} is stopped", settings.name());
    }

    /** Stops the SLEE if it is running and takes its MBeans out of their server. */
    @Override
    public synchronized void close() {
        if (isRunning()) {
            attempt("stop SLEE " + settings.name(), this::stop);
        }
        threads.end();
        raTimer.end();
        if (beans != null) {
            beans.close();
        }
    }

    /**
     * Null activities are the services' own business and end without a word, and so do activities of RAs that no entity
     * works on, such as transactions that only wait for retransmissions.
     */
    private void drain() {
        if (!await(() -> inUse().isEmpty() && isQuiet(), settings.drainTime())) {
            log.info("Still in use after {}, ended now: {}", settings.drainTime(), inUse());
        }
        activities.tables().forEach(table -> table.all().forEach(ActivityContext::end));
        activities.resumeAll();
        if (!await(this::isEmpty, ENDING)) {
            log.warn("Activities or entities did not end in {}: {}", ENDING, statistics());
        }
    }

    private List<String> inUse() {
        return resources.all().stream()
                .filter(RaEntity::isInUse)
                .map(RaEntity::name)
                .toList();
    }

    private boolean isEmpty() {
        return activities.tables().stream().mapToInt(ActivityTable::size).sum() == 0
                && services.entityCounts().values().stream().allMatch(count -> count == 0);
    }

    private static boolean await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return true;
    }

    private interface Step {
        void run() throws Exception;
    }

    /** One failing part does not keep the others from starting or stopping. */
    private static Exception attempt(String what, Step step) {
        try {
            step.run();
            return null;
        } catch (Exception e) {
            log.error("Could not {}", what, e);
            return e;
        }
    }

    private void become(State next) {
        State before = state;
        state = next;
        observer.sleeChanged(before.toStandard(), next.toStandard());
    }

    private void require(State wanted) throws InvalidStateException {
        if (state != wanted) {
            throw new InvalidStateException("The SLEE is " + state);
        }
    }

    public State state() {
        return state;
    }

    private boolean isRunning() {
        return state == State.RUNNING;
    }

    // --- deployable units ---

    /**
     * Installs a unit whole, or not at all with all its faults in the exception. Activates nothing but the RA entities of
     * the unit's {@code deploy-config.xml}.
     */
    public InstalledUnit install(DeployableUnitSource source) throws DeploymentException, AlreadyDeployedException {
        return link(deployer.deploy(source));
    }

    /** Installs all units the class loader sees, those first that others need. Units that are installed stay so. */
    public List<InstalledUnit> installAllOnClassPath(ClassLoader loader)
            throws DeploymentException, AlreadyDeployedException, IOException {
        List<InstalledUnit> linked = new ArrayList<>();
        for (InstalledUnit unit : deployer.deployAll(DeployableUnitSource.allOnClassPath(loader))) {
            linked.add(link(unit));
        }
        return linked;
    }

    /** Generates the classes of the SBBs and wires the services. */
    private InstalledUnit link(InstalledUnit unit) throws DeploymentException {
        try {
            for (InstalledComponent installed : unit.components()) {
                if (installed.component() instanceof ProfileSpecComponent specification) {
                    profiles.management().install(specification.id());
                } else if (installed.component() instanceof SbbComponent sbb) {
                    components.sbb(sbb.id());
                } else if (installed.component() instanceof ServiceComponent service) {
                    services.install(service);
                }
            }
            unitEntities.create(unit);
            return unit;
        } catch (RuntimeException | DeploymentException e) {
            attempt("take back " + unit.id(), () -> remove(unit));
            throw new DeploymentException("Cannot install " + unit.id() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes a unit out; its services are inactive and its RAs have no entities but those that came with the unit, which are
     * deactivated and removed now.
     */
    public void uninstall(DeployableUnitID id)
            throws UnrecognizedDeployableUnitException, DependencyException, InvalidStateException {
        InstalledUnit unit =
                repository.unit(id).orElseThrow(() -> new UnrecognizedDeployableUnitException("Not installed: " + id));
        for (InstalledComponent installed : unit.components()) {
            if (installed.component() instanceof ServiceComponent service) {
                requireInactive(service.id());
            }
            if (installed.component() instanceof ProfileSpecComponent specification
                    && profiles.management().hasTableOf(specification.id())) {
                throw new InvalidStateException("There are profile tables of " + specification.id());
            }
            if (resources.hasEntityOf(installed, unitEntities.of(id))) {
                throw new InvalidStateException(
                        "There are RA entities of " + installed.component().id());
            }
        }
        repository.requireUnreferred(unit);
        try {
            unitEntities.remove(id);
        } catch (InvalidArgumentException e) {
            log.warn("Somebody else removed an RA entity of {}", id, e);
        }
        remove(unit);
    }

    private void requireInactive(ServiceID id) throws InvalidStateException {
        try {
            if (services.state(id) != Services.State.INACTIVE) {
                throw new InvalidStateException(id + " is not inactive");
            }
        } catch (UnrecognizedServiceException e) {
            log.debug("{} was never completely installed", id, e);
        }
    }

    private void remove(InstalledUnit unit) throws UnrecognizedDeployableUnitException, DependencyException {
        deployer.undeploy(unit.id());
        for (InstalledComponent installed : unit.components()) {
            if (installed.component() instanceof ServiceComponent service) {
                services.uninstall(service.id());
            }
            if (installed.component() instanceof ProfileSpecComponent specification) {
                profiles.management().uninstall(specification.id());
            }
            components.forget(installed);
            resources.forget(installed);
        }
    }

    public ComponentRepository repository() {
        return repository;
    }

    // --- resource adaptor entities ---

    public void createResourceAdaptorEntity(ResourceAdaptorID id, String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidConfigurationException {
        resources.create(id, name, properties);
    }

    /** Changes some properties; the others keep their values. */
    public void updateConfigurationProperties(String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidConfigurationException, InvalidStateException {
        resources.entity(name).reconfigure(properties);
    }

    public void activateResourceAdaptorEntity(String name) throws InvalidArgumentException, InvalidStateException {
        RaEntity entity = resources.entity(name);
        wantedEntities.add(name);
        if (isRunning()) {
            entity.activate();
        }
    }

    /** Returns at once; the entity is inactive when its last activity has ended. */
    public void deactivateResourceAdaptorEntity(String name) throws InvalidArgumentException, InvalidStateException {
        RaEntity entity = resources.entity(name);
        wantedEntities.remove(name);
        if (isRunning()) {
            entity.deactivate();
        }
    }

    public void removeResourceAdaptorEntity(String name) throws InvalidArgumentException, InvalidStateException {
        resources.remove(name);
    }

    public Optional<RaEntity> resourceAdaptorEntity(String name) {
        return Optional.ofNullable(resources.find(name));
    }

    /** In the order of their names. */
    public List<RaEntity> resourceAdaptorEntities() {
        return List.copyOf(resources.all());
    }

    /** The name of the RA entity behind each link name. */
    public Map<String, String> links() {
        return resources.links();
    }

    public EntityState resourceAdaptorEntityState(String name) throws InvalidArgumentException {
        return resources.entity(name).state();
    }

    public void bindLinkName(String entityName, String linkName) throws InvalidArgumentException {
        resources.bind(entityName, linkName);
    }

    public void unbindLinkName(String linkName) throws InvalidArgumentException {
        resources.unbind(linkName);
    }

    /**
     * The RA interface an SBB would find, for management and tests.
     *
     * @return null if no entity is bound to the link
     */
    public Object resourceAdaptorInterface(ResourceAdaptorTypeID type, String linkName) {
        return resources.resourceAdaptorInterface(type, linkName);
    }

    // --- services ---

    /** Every RA link the service's SBBs name is bound. */
    public void activateService(ServiceID id) throws UnrecognizedServiceException, InvalidStateException {
        exchangeServices(List.of(), List.of(id));
    }

    /** Returns at once; entities that exist go on until their trees are attached to nothing. */
    public void deactivateService(ServiceID id) throws UnrecognizedServiceException, InvalidStateException {
        exchangeServices(List.of(id), List.of());
    }

    /**
     * Deactivates services and activates others in one step, so that an initial event meets either the ones or the others:
     * what runs goes on with the old ones. All of them or, if an exception is thrown, none.
     */
    public void exchangeServices(List<ServiceID> leaving, List<ServiceID> coming)
            throws UnrecognizedServiceException, InvalidStateException {
        for (ServiceID id : coming) {
            services.state(id);
        }
        if (isRunning()) {
            services.exchange(leaving, coming);
        }
        wantedServices.removeAll(leaving);
        wantedServices.addAll(coming);
    }

    public ServiceState serviceState(ServiceID id) throws UnrecognizedServiceException {
        return services.state(id).toStandard();
    }

    public List<ServiceID> servicesInState(ServiceState state) {
        return services.inState(state);
    }

    /** The RA links that SBBs of the service name and that are not bound. */
    public List<String> unboundLinks(ServiceID id) throws UnrecognizedServiceException {
        return services.unboundLinks(id);
    }

    public boolean isServiceActive(ServiceID id) throws UnrecognizedServiceException {
        return services.state(id) == Services.State.ACTIVE;
    }

    /** Not active and with nothing of it left. */
    public boolean isServiceInactive(ServiceID id) throws UnrecognizedServiceException {
        return services.state(id) == Services.State.INACTIVE;
    }

    // --- ways in, and looking ---

    /** For Jakarta EE components. */
    public SleeConnectionFactory connectionFactory() {
        return new OutsideConnections(nullActivities, components, this::isRunning);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Alarms alarms() {
        return alarms;
    }

    /** Management of profile tables and profiles. */
    public Profiles profiles() {
        return profiles.management();
    }

    /** Usage parameters of SBBs, RA entities and profile tables. */
    public UsageSources usage() {
        return usage;
    }

    /** No event is under way or could go on: all queues are empty or held back by a barrier or a suspended delivery. */
    public boolean isQuiet() {
        return threads.isIdle();
    }

    /** For operators: what is alive, one by one, and what the router does. */
    public Inspection inspection() {
        return inspection;
    }

    public Statistics statistics() {
        return Statistics.of(activities, services.entityCounts(), timers.size(), names.size());
    }
}
