package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.Component;
import javax.slee.management.DeployableUnitID;

/** A component of the repository: what its descriptor says, the unit it came with, and the loader of its classes. */
public record InstalledComponent(Component component, DeployableUnitID unit, String file, ClassLoader classLoader) {

    public InstalledComponent {
        requireNonNull(component, "component");
        requireNonNull(unit, "unit");
        requireNonNull(file, "file");
        requireNonNull(classLoader, "classLoader");
    }

    /** Loads one of the classes the descriptor names. Does not initialise it. */
    public Class<?> load(String className) throws ClassNotFoundException {
        return Class.forName(className, false, classLoader);
    }
}
