package javax.slee.management;

import javax.slee.ComponentID;

/**
 * Identifies a library by name, vendor and version. Immutable.
 */
public final class LibraryID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = LibraryID.class.getName();

    /** Creates an identifier; no part may be null. */
    public LibraryID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new LibraryID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
