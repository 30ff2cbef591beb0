package javax.slee;

/**
 * Identifies an event type by name, vendor and version. Immutable.
 */
public final class EventTypeID extends ComponentID {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = EventTypeID.class.getName();

    /** Creates an identifier; no part may be null. */
    public EventTypeID(String name, String vendor, String version) {
        super(name, vendor, version);
    }

    @Override
    public int compareTo(Object obj) {
        return compareTo(TYPE, (ComponentID) obj);
    }

    @Override
    public Object clone() {
        return new EventTypeID(getName(), getVendor(), getVersion());
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
