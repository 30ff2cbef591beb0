package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.slee.resource.ResourceAdaptorTypeID;

/** An RA type used by an SBB: JNDI names (relative to {@code java:comp/env}) of its ACI factory and of RA interfaces. */
public record ResourceAdaptorTypeBinding(
        ResourceAdaptorTypeID type,
        Optional<String> activityContextInterfaceFactoryName,
        List<EntityBinding> entities) {

    public ResourceAdaptorTypeBinding {
        requireNonNull(type, "type");
        requireNonNull(activityContextInterfaceFactoryName, "activityContextInterfaceFactoryName");
        entities = List.copyOf(entities);
    }

    /** The RA interface of the entity bound to a link, under a JNDI name. No link: the container chooses. */
    public record EntityBinding(String objectName, Optional<String> entityLink) {

        public EntityBinding {
            requireNonNull(objectName, "objectName");
            requireNonNull(entityLink, "entityLink");
        }
    }
}
