package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A unit that was read but not yet checked.
 *
 * @param faults of its descriptors; the components of faulty descriptors are missing from the list
 */
record DeployableUnit(DeployableUnitSource source, List<UnitComponent> components, List<UnitFault> faults) {

    DeployableUnit {
        requireNonNull(source, "source");
        components = List.copyOf(components);
        faults = List.copyOf(faults);
    }
}
