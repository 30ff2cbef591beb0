package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.slee.management.LibraryID;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/**
 * A resource adaptor: the class that implements one or more RA types, and its configuration properties with defaults.
 *
 * @param ignoreEventTypeCheck the RA may fire any event type, not only those of its RA types
 */
public record ResourceAdaptorComponent(
        ResourceAdaptorID id,
        List<ResourceAdaptorTypeID> types,
        List<LibraryID> libraries,
        List<ProfileSpecReference> profileSpecs,
        String resourceAdaptorClass,
        boolean supportsActiveReconfiguration,
        boolean ignoreEventTypeCheck,
        Optional<UsageInterface> usage,
        List<ConfigPropertyDefinition> configProperties)
        implements Component {

    public ResourceAdaptorComponent {
        requireNonNull(id, "id");
        requireNonNull(resourceAdaptorClass, "resourceAdaptorClass");
        requireNonNull(usage, "usage");
        types = List.copyOf(types);
        libraries = List.copyOf(libraries);
        profileSpecs = List.copyOf(profileSpecs);
        configProperties = List.copyOf(configProperties);
    }
}
