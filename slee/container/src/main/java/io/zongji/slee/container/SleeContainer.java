package io.zongji.slee.container;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.deploy.UnitSources;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.inspection.Inspection;
import io.zongji.slee.container.management.ManagementBeans;
import io.zongji.slee.container.management.OperationListener;
import io.zongji.slee.container.profile.Profiles;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.container.resource.RaEntity;
import io.zongji.slee.container.tx.Transactions;
import io.zongji.slee.container.usage.UsageSources;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/**
 * A JAIN SLEE: the facade to install, configure, start, watch and stop it. Management calls may come from any thread, one
 * at a time. What is activated before {@link #start} becomes active with it.
 */
public final class SleeContainer implements AutoCloseable {
    private final SleeParts parts;
    private final SleeLife life;
    private final Units units;
    private final Inspection inspection;
    private final UnitSources sources;
    private final ManagementTurns turns = new ManagementTurns();
    private volatile ManagementBeans beans;

    SleeContainer(SleeContainerBuilder.Settings settings) {
        parts = SleeParts.of(settings);
        life = new SleeLife(settings, parts);
        units = new Units(parts, life, new UnitEntities(this));
        inspection =
                new Inspection(parts.activities(), parts.timers(), parts.services()::all, parts.threads()::figures);
        sources = settings.units();
    }

    /** For the builder, before anybody else knows of the container. */
    void manageIn(MBeanServer server, OperationListener listener) throws ManagementException {
        beans = new ManagementBeans(this, server, listener);
        parts.state().observe(beans);
        parts.services().observe(beans);
        parts.resources().observe(beans);
    }

    public static SleeContainerBuilder builder() {
        return new SleeContainerBuilder();
    }

    // --- the SLEE ---

    /**
     * Starts time and activates the RA entities and then the services that were asked for, after a stop also those that
     * were active before it. A part that fails does not keep the others from starting: ask {@link #startFailures}
     * afterwards.
     */
    public void start() throws InvalidStateException {
        life.start();
    }

    /** What the last start could not activate, in the order of the attempts; empty if all is well. */
    public List<StartFailure> startFailures() {
        return life.startFailures();
    }

    /** What the host has to do at the end of each start. At most one: a new one takes the place of the one before. */
    public void afterStart(Runnable action) {
        life.afterStart(requireNonNull(action, "action"));
    }

    /**
     * What the host has to do at each stop before services are deactivated, such as ending calls; everything still works
     * then. At most one: a new one takes the place of the one before. What it deactivates comes back at the next start.
     */
    public void beforeStop(Runnable action) {
        life.beforeStop(requireNonNull(action, "action"));
    }

    /**
     * Stops services and RA entities, lets activities of RAs that SBB entities work on finish for the drain time, ends what
     * is left with its end events, and stops. RAs become inactive last. Returns when the SLEE is stopped; it can be started
     * again.
     */
    public void stop() throws InvalidStateException {
        life.stop();
    }

    /** As {@link #stop}, but returns when the SLEE is STOPPING. */
    public void stopSoon() throws InvalidStateException {
        life.stopSoon();
    }

    /** Stops the SLEE if it is running, ends its threads and takes its MBeans out of their server. */
    @Override
    public void close() {
        life.close();
        if (beans != null) {
            beans.close();
        }
    }

    public ContainerState state() {
        return parts.state().get();
    }

    /**
     * Called after each operation that changed what is installed or set up, on its thread and before the next one may begin.
     * At most one: a new one takes the place of the one before.
     */
    public void onManaged(Runnable listener) {
        turns.listen(requireNonNull(listener, "listener"));
    }

    // --- deployable units ---

    /**
     * Installs a unit whole, or not at all with all its faults in the exception. Activates nothing but the RA entities of
     * the unit's {@code deploy-config.xml}.
     */
    public InstalledUnit install(DeployableUnitSource source) throws DeploymentException, AlreadyDeployedException {
        try (ManagementTurns.Turn turn = turns.take()) {
            InstalledUnit unit = units.install(source);
            turn.done();
            return unit;
        }
    }

    /**
     * Installs the unit behind an absolute URL, as the SLEE's {@link UnitSources} open it.
     *
     * @throws MalformedURLException it is no such URL
     */
    public InstalledUnit install(String url)
            throws MalformedURLException, DeploymentException, AlreadyDeployedException {
        try (ManagementTurns.Turn turn = turns.take()) {
            if (repository().unit(new DeployableUnitID(url)).isPresent()) {
                throw new AlreadyDeployedException(url + " is installed");
            }
            InstalledUnit unit = units.install(url, sources);
            turn.done();
            return unit;
        }
    }

    /** Installs all units the class loader sees, those first that others need. Units that are installed stay so. */
    public List<InstalledUnit> installAllOnClassPath(ClassLoader loader)
            throws DeploymentException, AlreadyDeployedException, IOException {
        try (ManagementTurns.Turn turn = turns.take()) {
            List<InstalledUnit> installed = units.installAllOnClassPath(loader);
            turn.done();
            return installed;
        }
    }

    /**
     * Takes a unit out; its services are inactive and its RAs have no entities but those that came with the unit, which are
     * deactivated and removed now.
     */
    public void uninstall(DeployableUnitID id)
            throws UnrecognizedDeployableUnitException, DependencyException, InvalidStateException {
        try (ManagementTurns.Turn turn = turns.take()) {
            units.uninstall(id);
            turn.done();
        }
    }

    public ComponentRepository repository() {
        return parts.repository();
    }

    // --- resource adaptor entities ---

    public void createResourceAdaptorEntity(ResourceAdaptorID id, String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidConfigurationException {
        try (ManagementTurns.Turn turn = turns.take()) {
            parts.resources().create(id, name, properties);
            turn.done();
        }
    }

    /** Changes some properties; the others keep their values. */
    public void updateConfigurationProperties(String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidConfigurationException, InvalidStateException {
        try (ManagementTurns.Turn turn = turns.take()) {
            parts.resources().entity(name).reconfigure(properties);
            turn.done();
        }
    }

    public void activateResourceAdaptorEntity(String name) throws InvalidArgumentException, InvalidStateException {
        try (ManagementTurns.Turn turn = turns.take()) {
            RaEntity entity = parts.resources().entity(name);
            if (parts.state().isOpen()) {
                entity.activate();
            }
            life.wantedEntities().add(name);
            turn.done();
        }
    }

    /** Returns at once; the entity is inactive when its last activity has ended. */
    public void deactivateResourceAdaptorEntity(String name) throws InvalidArgumentException, InvalidStateException {
        try (ManagementTurns.Turn turn = turns.take()) {
            RaEntity entity = parts.resources().entity(name);
            if (parts.state().isOpen()) {
                entity.deactivate();
            }
            life.wantedEntities().remove(name);
            turn.done();
        }
    }

    public void removeResourceAdaptorEntity(String name) throws InvalidArgumentException, InvalidStateException {
        try (ManagementTurns.Turn turn = turns.take()) {
            parts.resources().remove(name);
            life.wantedEntities().remove(name);
            turn.done();
        }
    }

    public Optional<RaEntity> resourceAdaptorEntity(String name) {
        return Optional.ofNullable(parts.resources().find(name));
    }

    /** The names of the entities that are active whenever the SLEE runs. */
    public List<String> wantedEntities() {
        return List.copyOf(life.wantedEntities());
    }

    /** In the order of their names. */
    public List<RaEntity> resourceAdaptorEntities() {
        return List.copyOf(parts.resources().all());
    }

    /** The name of the RA entity behind each link name. */
    public Map<String, String> links() {
        return parts.resources().links();
    }

    public EntityState resourceAdaptorEntityState(String name) throws InvalidArgumentException {
        return parts.resources().entity(name).state();
    }

    public void bindLinkName(String entityName, String linkName) throws InvalidArgumentException {
        try (ManagementTurns.Turn turn = turns.take()) {
            parts.resources().bind(entityName, linkName);
            turn.done();
        }
    }

    /** @throws DependencyException a service that is not inactive has SBBs that name the link */
    public void unbindLinkName(String linkName) throws InvalidArgumentException, DependencyException {
        try (ManagementTurns.Turn turn = turns.take()) {
            List<ServiceID> users = parts.services().users(linkName);
            if (!users.isEmpty()) {
                throw new DependencyException("The link " + linkName + " is used by " + users);
            }
            parts.resources().unbind(linkName);
            turn.done();
        }
    }

    /**
     * The RA interface an SBB would find, for management and tests.
     *
     * @return null if no entity is bound to the link
     */
    public Object resourceAdaptorInterface(ResourceAdaptorTypeID type, String linkName) {
        return parts.resources().resourceAdaptorInterface(type, linkName);
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
        try (ManagementTurns.Turn turn = turns.take()) {
            for (ServiceID id : coming) {
                parts.services().state(id);
            }
            if (parts.state().isOpen()) {
                parts.services().exchange(leaving, coming);
            }
            life.wantedServices().removeAll(leaving);
            life.wantedServices().addAll(coming);
            turn.done();
        }
    }

    /** Those that are active whenever the SLEE runs. */
    public List<ServiceID> wantedServices() {
        return List.copyOf(life.wantedServices());
    }

    public ServiceState serviceState(ServiceID id) throws UnrecognizedServiceException {
        return parts.services().state(id).toStandard();
    }

    public List<ServiceID> servicesInState(ServiceState state) {
        return parts.services().inState(state);
    }

    /** The RA links that SBBs of the service name and that are not bound. */
    public List<String> unboundLinks(ServiceID id) throws UnrecognizedServiceException {
        return parts.services().unboundLinks(id);
    }

    public boolean isServiceActive(ServiceID id) throws UnrecognizedServiceException {
        return parts.services().state(id) == Services.State.ACTIVE;
    }

    // --- ways in, and looking ---

    /** For Jakarta EE components. */
    public SleeConnectionFactory connectionFactory() {
        return new OutsideConnections(
                parts.nullActivities(), parts.components(), parts.activities().limit(), parts.state()::isOpen);
    }

    public Transactions transactions() {
        return parts.transactions();
    }

    public Alarms alarms() {
        return parts.alarms();
    }

    /** Tracers and their levels. */
    public Tracing tracing() {
        return parts.tracing();
    }

    /** Management of profile tables and profiles. */
    public Profiles profiles() {
        return parts.profiles().management();
    }

    /** Usage parameters of SBBs, RA entities and profile tables. */
    public UsageSources usage() {
        return parts.usage();
    }

    /** No event is under way or could go on: all queues are empty or held back by a barrier or a suspended delivery. */
    public boolean isQuiet() {
        return parts.threads().isIdle();
    }

    /** For operators: what is alive, one by one, and what the router does. */
    public Inspection inspection() {
        return inspection;
    }

    public Statistics statistics() {
        return Statistics.of(
                parts.activities(),
                parts.services().entityCounts(),
                parts.timers().size(),
                parts.names().size());
    }
}
