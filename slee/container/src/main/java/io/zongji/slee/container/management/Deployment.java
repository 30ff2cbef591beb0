package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.LibraryComponent;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbReference;
import io.zongji.slee.container.descriptor.ServiceComponent;
import java.net.MalformedURLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.slee.ComponentID;
import javax.slee.EventTypeID;
import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedComponentException;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.ComponentDescriptor;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitDescriptor;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.management.DeploymentMBean;
import javax.slee.management.LibraryID;
import javax.slee.management.ManagementException;
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/** The deployable units and components. */
final class Deployment extends ToldBean implements DeploymentMBean {
    private final SleeContainer container;
    private final ComponentRepository repository;

    Deployment(SleeContainer container, OperationListener listener) {
        super(DeploymentMBean.class, listener);
        this.container = container;
        repository = container.repository();
    }

    @Override
    public DeployableUnitID install(String url)
            throws MalformedURLException, AlreadyDeployedException, DeploymentException, ManagementException {
        return container.install(requireNonNull(url, "url")).id();
    }

    @Override
    public void uninstall(DeployableUnitID id)
            throws UnrecognizedDeployableUnitException, DependencyException, InvalidStateException {
        container.uninstall(requireNonNull(id, "id"));
    }

    // --- units ---

    @Override
    public DeployableUnitID getDeployableUnit(String url) throws UnrecognizedDeployableUnitException {
        return unit(new DeployableUnitID(url)).id();
    }

    @Override
    public DeployableUnitID[] getDeployableUnits() {
        return repository.units().stream().map(InstalledUnit::id).toArray(DeployableUnitID[]::new);
    }

    @Override
    public boolean isInstalled(DeployableUnitID id) {
        return repository.unit(requireNonNull(id, "id")).isPresent();
    }

    @Override
    public DeployableUnitDescriptor getDescriptor(DeployableUnitID id) throws UnrecognizedDeployableUnitException {
        return descriptor(unit(requireNonNull(id, "id")));
    }

    @Override
    public DeployableUnitDescriptor[] getDescriptors(DeployableUnitID[] ids) {
        return Arrays.stream(ids)
                .map(id -> repository.unit(id).map(Deployment::descriptor).orElse(null))
                .toArray(DeployableUnitDescriptor[]::new);
    }

    private static DeployableUnitDescriptor descriptor(InstalledUnit unit) {
        ComponentID[] components = unit.components().stream()
                .map(installed -> installed.component().id())
                .toArray(ComponentID[]::new);
        return new DeployableUnitDescriptor(unit.id(), Date.from(unit.installed()), components);
    }

    private InstalledUnit unit(DeployableUnitID id) throws UnrecognizedDeployableUnitException {
        return repository.unit(id).orElseThrow(() -> new UnrecognizedDeployableUnitException("Not installed: " + id));
    }

    // --- components ---

    @Override
    public SbbID[] getSbbs() {
        return all(SbbComponent.class, SbbComponent::id, SbbID[]::new);
    }

    @Override
    public SbbID[] getSbbs(ServiceID service) throws UnrecognizedServiceException {
        ServiceComponent component = repository
                .service(requireNonNull(service, "service"))
                .orElseThrow(() -> new UnrecognizedServiceException("Not installed: " + service));
        Set<SbbID> found = new LinkedHashSet<>();
        Deque<SbbID> open = new ArrayDeque<>(Set.of(component.rootSbb()));
        while (!open.isEmpty()) {
            SbbID next = open.poll();
            if (found.add(next)) {
                repository.sbb(next).ifPresent(sbb -> sbb.sbbs().stream()
                        .map(SbbReference::id)
                        .forEach(open::add));
            }
        }
        return found.toArray(SbbID[]::new);
    }

    @Override
    public EventTypeID[] getEventTypes() {
        return all(EventTypeComponent.class, EventTypeComponent::id, EventTypeID[]::new);
    }

    @Override
    public ProfileSpecificationID[] getProfileSpecifications() {
        return all(ProfileSpecComponent.class, ProfileSpecComponent::id, ProfileSpecificationID[]::new);
    }

    @Override
    public ServiceID[] getServices() {
        return all(ServiceComponent.class, ServiceComponent::id, ServiceID[]::new);
    }

    @Override
    public ResourceAdaptorTypeID[] getResourceAdaptorTypes() {
        return all(ResourceAdaptorTypeComponent.class, ResourceAdaptorTypeComponent::id, ResourceAdaptorTypeID[]::new);
    }

    @Override
    public ResourceAdaptorID[] getResourceAdaptors() {
        return all(ResourceAdaptorComponent.class, ResourceAdaptorComponent::id, ResourceAdaptorID[]::new);
    }

    @Override
    public LibraryID[] getLibraries() {
        return all(LibraryComponent.class, LibraryComponent::id, LibraryID[]::new);
    }

    private <C extends Component, T> T[] all(Class<C> kind, Function<C, T> id, IntFunction<T[]> array) {
        return repository.all(kind).stream().map(id).toArray(array);
    }

    @Override
    public ComponentID[] getReferringComponents(ComponentID id) throws UnrecognizedComponentException {
        getDescriptor(id);
        return repository.referringTo(id).toArray(ComponentID[]::new);
    }

    @Override
    public ComponentDescriptor getDescriptor(ComponentID id) throws UnrecognizedComponentException {
        return repository
                .find(requireNonNull(id, "id"))
                .map(ComponentDescriptors::of)
                .orElseThrow(() -> new UnrecognizedComponentException("Not installed: " + id));
    }

    @Override
    public ComponentDescriptor[] getDescriptors(ComponentID[] ids) {
        return Arrays.stream(ids)
                .map(id -> repository.find(id).map(ComponentDescriptors::of).orElse(null))
                .toArray(ComponentDescriptor[]::new);
    }

    @Override
    public boolean isInstalled(ComponentID id) {
        return repository.find(requireNonNull(id, "id")).isPresent();
    }
}
