package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A usage parameters interface and the parameters it lists; parameters that are not listed notify nobody. */
public record UsageInterface(String interfaceName, List<Parameter> parameters) {

    public UsageInterface {
        requireNonNull(interfaceName, "interfaceName");
        parameters = List.copyOf(parameters);
    }

    /** One usage parameter and whether its changes are sent as notifications from the start. */
    public record Parameter(String name, boolean notificationsEnabled) {

        public Parameter {
            requireNonNull(name, "name");
        }
    }
}
