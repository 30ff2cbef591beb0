package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.EntityConfig;
import java.time.Instant;
import java.util.List;
import javax.slee.management.DeployableUnitID;

/**
 * An installed unit.
 *
 * @param components in dependency order, referred ones first
 * @param entities the RA entities it asked for
 */
public record InstalledUnit(
        DeployableUnitID id, Instant installed, List<InstalledComponent> components, List<EntityConfig> entities) {

    public InstalledUnit {
        requireNonNull(id, "id");
        requireNonNull(installed, "installed");
        entities = List.copyOf(entities);
        components = List.copyOf(components);
    }
}
