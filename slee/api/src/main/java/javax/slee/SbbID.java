package javax.slee;

/**
 * Identifies an SBB by name, vendor and version. Immutable.
 */
public final class SbbID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = SbbID.class.getName();

    /** Creates an identifier; no part may be null. */
    public SbbID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new SbbID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
