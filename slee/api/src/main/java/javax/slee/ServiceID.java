package javax.slee;

/**
 * Identifies a service by name, vendor and version. Immutable.
 */
public final class ServiceID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = ServiceID.class.getName();

    /** Creates an identifier; no part may be null. */
    public ServiceID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new ServiceID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
