package javax.slee.resource;

import javax.slee.ComponentID;

/**
 * Identifies a resource adaptor type by name, vendor and version. Immutable.
 */
public final class ResourceAdaptorTypeID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = ResourceAdaptorTypeID.class.getName();

    /** Creates an identifier; no part may be null. */
    public ResourceAdaptorTypeID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new ResourceAdaptorTypeID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
