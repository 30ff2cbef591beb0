package javax.slee.profile;

import java.util.Arrays;
import java.util.Objects;
import javax.slee.management.ComponentDescriptor;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.LibraryID;

/**
 * Describes an installed profile specification.
 */
public class ProfileSpecificationDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final ProfileSpecificationID[] profileSpecs;
    private final String cmpInterface;

    /** Describes a component of this kind; nothing may be null. */
    public ProfileSpecificationDescriptor(
            ProfileSpecificationID component,
            DeployableUnitID deployableUnit,
            String source,
            LibraryID[] libraries,
            ProfileSpecificationID[] profileSpecs,
            String cmpInterface) {
        super(component, deployableUnit, source, libraries);
        this.profileSpecs = profileSpecs.clone();
        this.cmpInterface = Objects.requireNonNull(cmpInterface, "cmpInterface");
    }

    /** The other profile specifications that this one uses. */
    public final ProfileSpecificationID[] getProfileSpecifications() {
        return profileSpecs.clone();
    }

    /** The name of the CMP interface. */
    public final String getCMPInterfaceName() {
        return cmpInterface;
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("ProfileSpecification[");
        super.toString(text);
        text.append(",profileSpecs=").append(Arrays.asList(profileSpecs));
        text.append(",cmpInterface=").append(cmpInterface);
        return text.append(']').toString();
    }
}
