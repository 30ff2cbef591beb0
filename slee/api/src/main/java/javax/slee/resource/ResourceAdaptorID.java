package javax.slee.resource;

import javax.slee.ComponentID;

/**
 * Identifies a resource adaptor by name, vendor and version. Immutable.
 */
public final class ResourceAdaptorID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = ResourceAdaptorID.class.getName();

    /** Creates an identifier; no part may be null. */
    public ResourceAdaptorID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new ResourceAdaptorID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
