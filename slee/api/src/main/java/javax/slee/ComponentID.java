package javax.slee;

import java.io.Serializable;
import java.util.Objects;

/**
 * Identifies a component by kind, name, vendor and version. Immutable; ordered by kind and then by those three.
 */
public abstract class ComponentID implements Comparable<Object>, Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String vendor;
    private final String version;

    /** Creates an identifier; no part may be null. */
    protected ComponentID(String name, String vendor, String version) {
        this.name = Objects.requireNonNull(name, "name");
        this.vendor = Objects.requireNonNull(vendor, "vendor");
        this.version = Objects.requireNonNull(version, "version");
    }

    /** The component's name. */
    public final String getName() {
        return name;
    }

    /** The component's vendor. */
    public final String getVendor() {
        return vendor;
    }

    /** The component's version. */
    public final String getVersion() {
        return version;
    }

    @Override
    public final boolean equals(Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof ComponentID)) {
            return false;
        }
        ComponentID that = (ComponentID) obj;
        return name.equals(that.name)
                && version.equals(that.version)
                && vendor.equals(that.vendor)
                && getClassName().equals(that.getClassName());
    }

    @Override
    public final int hashCode() {
        return (name.hashCode() * 31 + vendor.hashCode()) * 31 + version.hashCode();
    }

    /** Kind and parts, as in {@code SbbID[name=a,vendor=b,version=c]}. */
    @Override
    public final String toString() {
        String className = getClassName();
        return className.substring(className.lastIndexOf('.') + 1) + "[name=" + name + ",vendor=" + vendor + ",version="
                + version + "]";
    }

    /** Compares with another component identifier of any kind. */
    @Override
    public abstract int compareTo(Object obj);

    /** An equal identifier. */
    @Override
    public abstract Object clone();

    /** Compares this identifier, whose class has the given name, with another. */
    protected final int compareTo(String className, ComponentID that) {
        int order = className.compareTo(that.getClassName());
        if (order == 0) {
            order = name.compareTo(that.name);
        }
        if (order == 0) {
            order = vendor.compareTo(that.vendor);
        }
        return order == 0 ? version.compareTo(that.version) : order;
    }

    /** The fully qualified name of the identifier's class. */
    protected abstract String getClassName();
}
