package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import javax.slee.ComponentID;

/**
 * Describes an installed component. Descriptors of the same component are equal.
 */
public abstract class ComponentDescriptor implements VendorExtensions, Serializable {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final ComponentID component;
    private final DeployableUnitID deployableUnit;
    private final String source;
    private final LibraryID[] libraries;
    private transient Object vendorData;

    /** Describes a component from this file of this unit; nothing may be null. */
    protected ComponentDescriptor(
            ComponentID component, DeployableUnitID deployableUnit, String source, LibraryID[] libraries) {
        this.component = Objects.requireNonNull(component, "component");
        this.deployableUnit = Objects.requireNonNull(deployableUnit, "deployableUnit");
        this.source = Objects.requireNonNull(source, "source");
        this.libraries = libraries.clone();
    }

    /** The unit that the component came with. */
    public final DeployableUnitID getDeployableUnit() {
        return deployableUnit;
    }

    /** The component jar or service descriptor within the unit that the component came from. */
    public final String getSource() {
        return source;
    }

    /** The component. */
    public final ComponentID getID() {
        return component;
    }

    /** The component's name. */
    public final String getName() {
        return component.getName();
    }

    /** The component's vendor. */
    public final String getVendor() {
        return component.getVendor();
    }

    /** The component's version. */
    public final String getVersion() {
        return component.getVersion();
    }

    /** The libraries that the component uses. */
    public final LibraryID[] getLibraries() {
        return libraries.clone();
    }

    /** Writes the vendor's data of objects of this class and its subclasses, which must be serialisable. */
    public static void enableVendorDataSerialization() {
        vendorDataWritten = true;
    }

    /** Leaves the vendor's data out when objects are written, as by default. */
    public static void disableVendorDataSerialization() {
        vendorDataWritten = false;
    }

    /** Reads the vendor's data of objects of this class and its subclasses, whose classes must be known. */
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
    public final boolean equals(Object obj) {
        return obj instanceof ComponentDescriptor other && component.equals(other.component);
    }

    @Override
    public final int hashCode() {
        return component.hashCode();
    }

    /** Appends what is common to all components. */
    protected final void toString(StringBuffer buf) {
        buf.append("name=").append(getName()).append(",vendor=").append(getVendor());
        buf.append(",version=").append(getVersion()).append(",deployable unit=").append(deployableUnit);
        buf.append(",source=").append(source).append(",libraries=").append(Arrays.asList(libraries));
        if (vendorData != null) {
            buf.append(",vendor data=").append(vendorData);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
    }
}
