package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.LibraryComponent;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.ServiceComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.slee.ComponentID;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.LibraryID;
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/**
 * The components installed in this SLEE, by id, the standard ones included from the start. Units come and go whole and
 * only through the {@link Deployer}. Any thread may read; readers see a unit's components all or not at all.
 */
public final class ComponentRepository {

    private record Content(
            Map<ComponentID, InstalledComponent> components, Map<DeployableUnitID, InstalledUnit> units) {}

    private volatile Content content = new Content(Map.of(), Map.of());

    public ComponentRepository() {
        put(StandardComponents.unit());
    }

    public Optional<InstalledComponent> find(ComponentID id) {
        return Optional.ofNullable(content.components().get(id));
    }

    public Optional<EventTypeComponent> eventType(EventTypeID id) {
        return component(id, EventTypeComponent.class);
    }

    public Optional<SbbComponent> sbb(SbbID id) {
        return component(id, SbbComponent.class);
    }

    public Optional<ServiceComponent> service(ServiceID id) {
        return component(id, ServiceComponent.class);
    }

    public Optional<ResourceAdaptorTypeComponent> resourceAdaptorType(ResourceAdaptorTypeID id) {
        return component(id, ResourceAdaptorTypeComponent.class);
    }

    public Optional<ResourceAdaptorComponent> resourceAdaptor(ResourceAdaptorID id) {
        return component(id, ResourceAdaptorComponent.class);
    }

    public Optional<ProfileSpecComponent> profileSpec(ProfileSpecificationID id) {
        return component(id, ProfileSpecComponent.class);
    }

    public Optional<LibraryComponent> library(LibraryID id) {
        return component(id, LibraryComponent.class);
    }

    /** All components of one kind, in the order of installation. */
    public <T extends Component> List<T> all(Class<T> kind) {
        return content.components().values().stream()
                .map(InstalledComponent::component)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** All units in the order of installation, without the standard components. */
    public List<InstalledUnit> units() {
        return content.units().values().stream()
                .filter(unit -> !unit.id().equals(StandardComponents.UNIT))
                .toList();
    }

    public Optional<InstalledUnit> unit(DeployableUnitID id) {
        return Optional.ofNullable(content.units().get(id));
    }

    /** The ids a component refers to directly. Empty if the component is not installed. */
    public Set<ComponentID> referredBy(ComponentID id) {
        return find(id).map(found -> References.of(found.component())).orElse(Set.of());
    }

    /** The installed components that refer to a component directly. */
    public Set<ComponentID> referringTo(ComponentID id) {
        return content.components().values().stream()
                .map(InstalledComponent::component)
                .filter(component -> References.of(component).contains(id))
                .map(Component::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Installs a checked unit. */
    synchronized void put(InstalledUnit unit) {
        Map<ComponentID, InstalledComponent> components = new LinkedHashMap<>(content.components());
        unit.components()
                .forEach(component -> components.put(component.component().id(), component));
        Map<DeployableUnitID, InstalledUnit> units = new LinkedHashMap<>(content.units());
        units.put(unit.id(), unit);
        content = new Content(components, units);
    }

    /**
     * Takes a unit out.
     *
     * @throws DependencyException a component of another unit refers to one of this unit
     */
    synchronized InstalledUnit remove(DeployableUnitID id)
            throws UnrecognizedDeployableUnitException, DependencyException {
        InstalledUnit unit = content.units().get(id);
        if (unit == null || id.equals(StandardComponents.UNIT)) {
            throw new UnrecognizedDeployableUnitException("no unit " + id + " is installed");
        }
        requireUnreferred(unit);
        Map<ComponentID, InstalledComponent> components = new LinkedHashMap<>(content.components());
        components.values().removeAll(unit.components());
        Map<DeployableUnitID, InstalledUnit> units = new LinkedHashMap<>(content.units());
        units.remove(id);
        content = new Content(components, units);
        return unit;
    }

    /** @throws DependencyException a component of another unit refers to one of this unit */
    public void requireUnreferred(InstalledUnit unit) throws DependencyException {
        Collection<ComponentID> own = unit.components().stream()
                .map(component -> component.component().id())
                .collect(Collectors.toSet());
        for (ComponentID id : own) {
            Set<ComponentID> others = referringTo(id);
            others.removeAll(own);
            if (!others.isEmpty()) {
                throw new DependencyException(id + " is still referred to by " + others);
            }
        }
    }

    private <T extends Component> Optional<T> component(ComponentID id, Class<T> kind) {
        return find(id).map(InstalledComponent::component)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
