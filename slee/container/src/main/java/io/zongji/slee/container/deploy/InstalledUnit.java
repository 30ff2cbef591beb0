package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import javax.slee.management.DeployableUnitID;

/** An installed unit; its components stand in dependency order, referred ones first. */
public record InstalledUnit(DeployableUnitID id, Instant installed, List<InstalledComponent> components) {

    public InstalledUnit {
        requireNonNull(id, "id");
        requireNonNull(installed, "installed");
        components = List.copyOf(components);
    }
}
