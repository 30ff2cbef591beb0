package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import javax.slee.ComponentID;

/**
 * Describes an installed deployable unit. Descriptors of the same unit are equal.
 */
public class DeployableUnitDescriptor implements VendorExtensions, Serializable {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final DeployableUnitID id;
    private final Date deploymentDate;
    private final ComponentID[] components;
    private transient Object vendorData;

    /** Describes a unit that was installed at this time with these components; nothing may be null. */
    public DeployableUnitDescriptor(DeployableUnitID id, Date deploymentDate, ComponentID[] components) {
        this.id = Objects.requireNonNull(id, "id");
        this.deploymentDate = new Date(deploymentDate.getTime());
        this.components = components.clone();
    }

    /** The unit. */
    public DeployableUnitID getID() {
        return id;
    }

    /** The URL the unit was installed from. */
    public String getURL() {
        return id.getURL();
    }

    /** When the unit was installed. */
    public Date getDeploymentDate() {
        return new Date(deploymentDate.getTime());
    }

    /** The components that came with the unit. */
    public ComponentID[] getComponents() {
        return components.clone();
    }

    /** Writes the vendor's data of objects of this class, which must be serialisable. */
    public static void enableVendorDataSerialization() {
        vendorDataWritten = true;
    }

    /** Leaves the vendor's data out when objects are written, as by default. */
    public static void disableVendorDataSerialization() {
        vendorDataWritten = false;
    }

    /** Reads the vendor's data of objects of this class, whose classes must be known. */
    public static void enableVendorDataDeserialization() {
        vendorDataRead = true;
    }

    /** Leaves the vendor's data out when objects are read, as by default. */
    public static void disableVendorDataDeserialization() {
        vendorDataRead = false;
    }

    @Override
    public void setVendorData(Object vendorData) {
        this.vendorData = vendorData;
    }

    @Override
    public Object getVendorData() {
        return vendorData;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof DeployableUnitDescriptor other && id.equals(other.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "DeployableUnit[url=" + getURL() + ",deployed=" + deploymentDate + ",components="
                + Arrays.asList(components) + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
    }
}
