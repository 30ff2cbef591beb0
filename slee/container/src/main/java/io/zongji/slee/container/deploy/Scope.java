package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.slee.ComponentID;

/** What the components of a unit can see: each other, and what is installed. */
final class Scope {

    private final DeployableUnit unit;
    private final ComponentRepository repository;
    private final Map<ComponentID, Component> own = new HashMap<>();

    Scope(DeployableUnit unit, ComponentRepository repository) {
        this.unit = unit;
        this.repository = repository;
        unit.components().forEach(found -> own.putIfAbsent(found.component().id(), found.component()));
    }

    <T extends Component> Optional<T> find(ComponentID id, Class<T> kind) {
        Component found = own.get(id);
        if (found == null) {
            found = repository.find(id).map(InstalledComponent::component).orElse(null);
        }
        return Optional.ofNullable(found).filter(kind::isInstance).map(kind::cast);
    }

    boolean knows(ComponentID id) {
        return find(id, Component.class).isPresent();
    }

    /** False if a descriptor could not be read: then an unknown component may just be one of that file. */
    boolean complete() {
        return unit.faults().isEmpty();
    }

    ClassLoader unitLoader() {
        return unit.source().classLoader();
    }

    /** Loads a class of a visible component; empty if that fails, which is that component's fault. */
    Optional<Class<?>> load(ComponentID owner, String className) {
        ClassLoader loader = own.containsKey(owner)
                ? unitLoader()
                : repository.find(owner).map(InstalledComponent::classLoader).orElse(null);
        if (loader == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(className, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
