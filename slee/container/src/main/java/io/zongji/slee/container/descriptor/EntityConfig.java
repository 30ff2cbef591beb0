package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.slee.resource.ResourceAdaptorID;

/** An RA entity that comes into being together with the unit that asks for it in its {@code deploy-config.xml}. */
public record EntityConfig(ResourceAdaptorID adaptor, String name, List<Property> properties, List<String> links) {

    /**
     * A property to set.
     *
     * @param type a class of java.lang; the RA's own descriptor tells if it is left out
     */
    public record Property(String name, Optional<String> type, String value) {

        public Property {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
            requireNonNull(value, "value");
        }
    }

    public EntityConfig {
        requireNonNull(adaptor, "adaptor");
        requireNonNull(name, "name");
        properties = List.copyOf(properties);
        links = List.copyOf(links);
    }
}
