package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.EntityConfig;
import java.util.List;

/**
 * A unit that was read but not yet checked.
 *
 * @param entities the RA entities it asks for
 * @param faults of its descriptors; the components of faulty descriptors are missing from the list
 */
record DeployableUnit(
        DeployableUnitSource source,
        List<UnitComponent> components,
        List<EntityConfig> entities,
        List<UnitFault> faults) {

    DeployableUnit {
        requireNonNull(source, "source");
        components = List.copyOf(components);
        entities = List.copyOf(entities);
        faults = List.copyOf(faults);
    }
}
