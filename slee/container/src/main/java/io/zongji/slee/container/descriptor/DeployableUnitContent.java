package io.zongji.slee.container.descriptor;

import java.util.List;

/** What a deployable unit consists of: paths of component jars and of service files, as written, relative to the unit. */
public record DeployableUnitContent(List<String> jars, List<String> services) {

    public DeployableUnitContent {
        jars = List.copyOf(jars);
        services = List.copyOf(services);
    }
}
