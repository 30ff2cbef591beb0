package javax.slee.resource;

import java.util.Arrays;
import javax.slee.management.ComponentDescriptor;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.LibraryID;
import javax.slee.profile.ProfileSpecificationID;

/**
 * Describes an installed resource adaptor.
 */
public class ResourceAdaptorDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final ResourceAdaptorTypeID[] raTypes;
    private final ProfileSpecificationID[] profileSpecs;
    private final boolean supportsActiveReconfiguration;

    /** Describes a component of this kind; nothing may be null. */
    public ResourceAdaptorDescriptor(
            ResourceAdaptorID component,
            DeployableUnitID deployableUnit,
            String source,
            LibraryID[] libraries,
            ResourceAdaptorTypeID[] raTypes,
            ProfileSpecificationID[] profileSpecs,
            boolean supportsActiveReconfiguration) {
        super(component, deployableUnit, source, libraries);
        this.raTypes = raTypes.clone();
        this.profileSpecs = profileSpecs.clone();
        this.supportsActiveReconfiguration = supportsActiveReconfiguration;
    }

    /** The resource adaptor types that the adaptor implements. */
    public final ResourceAdaptorTypeID[] getResourceAdaptorTypes() {
        return raTypes.clone();
    }

    /** The profile specifications that the adaptor uses. */
    public final ProfileSpecificationID[] getProfileSpecifications() {
        return profileSpecs.clone();
    }

    /** Whether active entities can be configured anew. */
    public final boolean supportsActiveReconfiguration() {
        return supportsActiveReconfiguration;
    }

    /**
     * The first resource adaptor type that the adaptor implements.
     *
     * @deprecated use {@link #getResourceAdaptorTypes()}: there may be more than one
     */
    @Deprecated
    public final ResourceAdaptorTypeID getResourceAdaptorType() {
        return raTypes[0];
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("ResourceAdaptor[");
        super.toString(text);
        text.append(",raTypes=").append(Arrays.asList(raTypes));
        text.append(",profileSpecs=").append(Arrays.asList(profileSpecs));
        text.append(",supportsActiveReconfiguration=").append(supportsActiveReconfiguration);
        return text.append(']').toString();
    }
}
