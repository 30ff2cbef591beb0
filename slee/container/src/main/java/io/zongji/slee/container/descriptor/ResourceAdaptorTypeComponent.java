package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.slee.EventTypeID;
import javax.slee.management.LibraryID;
import javax.slee.resource.ResourceAdaptorTypeID;

/** The contract between SBBs and resource adaptors: activity classes, factory and RA interface, and event types. */
public record ResourceAdaptorTypeComponent(
        ResourceAdaptorTypeID id,
        List<LibraryID> libraries,
        List<String> activityTypes,
        Optional<String> activityContextInterfaceFactory,
        Optional<String> resourceAdaptorInterface,
        List<EventTypeID> eventTypes)
        implements Component {

    public ResourceAdaptorTypeComponent {
        requireNonNull(id, "id");
        requireNonNull(activityContextInterfaceFactory, "activityContextInterfaceFactory");
        requireNonNull(resourceAdaptorInterface, "resourceAdaptorInterface");
        libraries = List.copyOf(libraries);
        activityTypes = List.copyOf(activityTypes);
        eventTypes = List.copyOf(eventTypes);
    }
}
