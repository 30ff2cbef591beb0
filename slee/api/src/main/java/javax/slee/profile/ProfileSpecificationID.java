package javax.slee.profile;

import javax.slee.ComponentID;

/**
 * Identifies a profile specification by name, vendor and version. Immutable.
 */
public final class ProfileSpecificationID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = ProfileSpecificationID.class.getName();

    /** Creates an identifier; no part may be null. */
    public ProfileSpecificationID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new ProfileSpecificationID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
