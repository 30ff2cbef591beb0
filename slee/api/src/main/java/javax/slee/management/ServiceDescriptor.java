package javax.slee.management;

import java.util.Objects;
import javax.slee.SbbID;
import javax.slee.ServiceID;

/**
 * Describes an installed service.
 */
public class ServiceDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final SbbID rootSbb;
    private final String addressProfileTable;
    private final String resourceInfoProfileTable;

    /** Describes a component of this kind; only addressProfileTable and resourceInfoProfileTable may be null. */
    public ServiceDescriptor(
            ServiceID component,
            DeployableUnitID deployableUnit,
            String source,
            SbbID rootSbb,
            String addressProfileTable,
            String resourceInfoProfileTable) {
        super(component, deployableUnit, source, new LibraryID[0]);
        this.rootSbb = Objects.requireNonNull(rootSbb, "rootSbb");
        this.addressProfileTable = addressProfileTable;
        this.resourceInfoProfileTable = resourceInfoProfileTable;
    }

    /** The root SBB. */
    public final SbbID getRootSbb() {
        return rootSbb;
    }

    /** The name of the address profile table, or null. */
    public final String getAddressProfileTable() {
        return addressProfileTable;
    }

    /** The name of the resource info profile table, or null. */
    public final String getResourceInfoProfileTable() {
        return resourceInfoProfileTable;
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("Service[");
        super.toString(text);
        text.append(",rootSbb=").append(rootSbb);
        text.append(",addressProfileTable=").append(addressProfileTable);
        text.append(",resourceInfoProfileTable=").append(resourceInfoProfileTable);
        return text.append(']').toString();
    }
}
