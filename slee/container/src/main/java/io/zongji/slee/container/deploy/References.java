package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.EntityConfig;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.LibraryComponent;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.ProfileSpecReference;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeBinding;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.descriptor.SbbReference;
import io.zongji.slee.container.descriptor.ServiceComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.slee.ComponentID;

/** Which components a component refers to, and the order that follows from it. */
final class References {

    private References() {}

    /** The ids a component refers to; a reference to itself (an SBB that is its own child) is left out. */
    static Set<ComponentID> of(Component component) {
        Set<ComponentID> ids = new LinkedHashSet<>(component.libraries());
        if (component instanceof ServiceComponent service) {
            ids.add(service.rootSbb());
        } else if (component instanceof SbbComponent sbb) {
            sbb.events().stream().map(SbbEvent::type).forEach(ids::add);
            sbb.sbbs().stream().map(SbbReference::id).forEach(ids::add);
            sbb.profileSpecs().stream().map(ProfileSpecReference::id).forEach(ids::add);
            sbb.resourceAdaptorTypes().stream()
                    .map(ResourceAdaptorTypeBinding::type)
                    .forEach(ids::add);
        } else if (component instanceof ResourceAdaptorComponent adaptor) {
            ids.addAll(adaptor.types());
            adaptor.profileSpecs().stream().map(ProfileSpecReference::id).forEach(ids::add);
        } else if (component instanceof ResourceAdaptorTypeComponent type) {
            ids.addAll(type.eventTypes());
        } else if (component instanceof ProfileSpecComponent spec) {
            spec.profileSpecs().stream().map(ProfileSpecReference::id).forEach(ids::add);
        } else if (!(component instanceof EventTypeComponent) && !(component instanceof LibraryComponent)) {
            throw new IllegalArgumentException("unknown kind of component: " + component.id());
        }
        ids.remove(component.id());
        return ids;
    }

    /**
     * Referred components before those that refer to them, otherwise the order of the unit. SBBs may refer to each other
     * in a circle; then the first one met comes last.
     */
    static List<UnitComponent> inDependencyOrder(List<UnitComponent> components) {
        Map<ComponentID, UnitComponent> byId = new HashMap<>();
        components.forEach(component -> byId.putIfAbsent(component.component().id(), component));
        Set<ComponentID> visited = new LinkedHashSet<>();
        List<UnitComponent> ordered = new ArrayList<>();
        components.forEach(component -> visit(component, byId, visited, ordered));
        return ordered;
    }

    private static void visit(
            UnitComponent component,
            Map<ComponentID, UnitComponent> byId,
            Set<ComponentID> visited,
            List<UnitComponent> ordered) {
        if (!visited.add(component.component().id())) {
            return;
        }
        for (ComponentID id : of(component.component())) {
            UnitComponent referred = byId.get(id);
            if (referred != null) {
                visit(referred, byId, visited, ordered);
            }
        }
        ordered.add(component);
    }

    /** Units before those that refer to their components, otherwise the given order. */
    static List<DeployableUnit> unitsInDependencyOrder(List<DeployableUnit> units) {
        Map<ComponentID, DeployableUnit> owners = new HashMap<>();
        units.forEach(unit -> unit.components()
                .forEach(found -> owners.putIfAbsent(found.component().id(), unit)));
        Set<DeployableUnit> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        List<DeployableUnit> ordered = new ArrayList<>();
        units.forEach(unit -> visit(unit, owners, visited, ordered));
        return ordered;
    }

    private static void visit(
            DeployableUnit unit,
            Map<ComponentID, DeployableUnit> owners,
            Set<DeployableUnit> visited,
            List<DeployableUnit> ordered) {
        if (!visited.add(unit)) {
            return;
        }
        Stream.concat(
                        unit.components().stream().flatMap(found -> of(found.component()).stream()),
                        unit.entities().stream().map(EntityConfig::adaptor))
                .map(owners::get)
                .filter(Objects::nonNull)
                .forEach(owner -> visit(owner, owners, visited, ordered));
        ordered.add(unit);
    }
}
