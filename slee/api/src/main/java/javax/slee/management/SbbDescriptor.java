package javax.slee.management;

import java.util.Arrays;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorTypeID;

/**
 * Describes an installed SBB.
 */
public class SbbDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final SbbID[] sbbs;
    private final EventTypeID[] eventTypes;
    private final ProfileSpecificationID[] profileSpecs;
    private final ProfileSpecificationID addressProfileSpec;
    private final ResourceAdaptorTypeID[] raTypes;
    private final String[] linkNames;

    /** Describes a component of this kind; only addressProfileSpec may be null. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public SbbDescriptor(
            SbbID component,
            DeployableUnitID deployableUnit,
            String source,
            LibraryID[] libraries,
            SbbID[] sbbs,
            EventTypeID[] eventTypes,
            ProfileSpecificationID[] profileSpecs,
            ProfileSpecificationID addressProfileSpec,
            ResourceAdaptorTypeID[] raTypes,
            String[] linkNames) {
        super(component, deployableUnit, source, libraries);
        this.sbbs = sbbs.clone();
        this.eventTypes = eventTypes.clone();
        this.profileSpecs = profileSpecs.clone();
        this.addressProfileSpec = addressProfileSpec;
        this.raTypes = raTypes.clone();
        this.linkNames = linkNames.clone();
    }

    /** The SBBs that this one refers to. */
    public final SbbID[] getSbbs() {
        return sbbs.clone();
    }

    /** The event types that the SBB uses. */
    public final EventTypeID[] getEventTypes() {
        return eventTypes.clone();
    }

    /** The profile specifications that the SBB uses. */
    public final ProfileSpecificationID[] getProfileSpecifications() {
        return profileSpecs.clone();
    }

    /** The specification of the address profiles, or null. */
    public final ProfileSpecificationID getAddressProfileSpecification() {
        return addressProfileSpec;
    }

    /** The resource adaptor types that the SBB uses. */
    public final ResourceAdaptorTypeID[] getResourceAdaptorTypes() {
        return raTypes.clone();
    }

    /** The resource adaptor entity links that the SBB uses. */
    public final String[] getResourceAdaptorEntityLinks() {
        return linkNames.clone();
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("Sbb[");
        super.toString(text);
        text.append(",sbbs=").append(Arrays.asList(sbbs));
        text.append(",eventTypes=").append(Arrays.asList(eventTypes));
        text.append(",profileSpecs=").append(Arrays.asList(profileSpecs));
        text.append(",addressProfileSpec=").append(addressProfileSpec);
        text.append(",raTypes=").append(Arrays.asList(raTypes));
        text.append(",linkNames=").append(Arrays.asList(linkNames));
        return text.append(']').toString();
    }
}
