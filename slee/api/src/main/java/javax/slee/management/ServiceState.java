package javax.slee.management;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * The state of a service. One object per value, also after serialisation.
 */
public final class ServiceState implements Serializable {
    /** The integer form of {@link #INACTIVE}. */
    public static final int SERVICE_INACTIVE = 0;

    /** The integer form of {@link #ACTIVE}. */
    public static final int SERVICE_ACTIVE = 1;

    /** The integer form of {@link #STOPPING}. */
    public static final int SERVICE_STOPPING = 2;

    /** The text form of {@link #INACTIVE}. */
    public static final String INACTIVE_STRING = "Inactive";

    /** The text form of {@link #ACTIVE}. */
    public static final String ACTIVE_STRING = "Active";

    /** The text form of {@link #STOPPING}. */
    public static final String STOPPING_STRING = "Stopping";

    /** Installed and not running. */
    public static final ServiceState INACTIVE = new ServiceState(SERVICE_INACTIVE, INACTIVE_STRING);

    /** Initial events create SBB entities. */
    public static final ServiceState ACTIVE = new ServiceState(SERVICE_ACTIVE, ACTIVE_STRING);

    /** The entities that are left end; no new ones are created. */
    public static final ServiceState STOPPING = new ServiceState(SERVICE_STOPPING, STOPPING_STRING);

    private static final long serialVersionUID = 1L;

    private static final ServiceState[] VALUES = {INACTIVE, ACTIVE, STOPPING};

    private final int state;
    private final transient String text;

    private ServiceState(int state, String text) {
        this.state = state;
        this.text = text;
    }

    /** The state with this integer form. */
    public static ServiceState fromInt(int state) throws IllegalArgumentException {
        if (state < 0 || state >= VALUES.length) {
            throw new IllegalArgumentException("No ServiceState has the number " + state);
        }
        return VALUES[state];
    }

    /** The state with this text form, in upper or lower case. */
    public static ServiceState fromString(String state) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(state, "state");
        for (ServiceState candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(state)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No ServiceState is called " + state);
    }

    /** The integer form. */
    public int toInt() {
        return state;
    }

    /** Whether this is {@link #INACTIVE}. */
    public boolean isInactive() {
        return state == SERVICE_INACTIVE;
    }

    /** Whether this is {@link #ACTIVE}. */
    public boolean isActive() {
        return state == SERVICE_ACTIVE;
    }

    /** Whether this is {@link #STOPPING}. */
    public boolean isStopping() {
        return state == SERVICE_STOPPING;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ServiceState other && other.state == state;
    }

    @Override
    public int hashCode() {
        return state;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Keeps one object per value across serialisation. */
    private Object readResolve() throws StreamCorruptedException {
        try {
            return fromInt(state);
        } catch (IllegalArgumentException unknown) {
            throw new StreamCorruptedException(unknown.getMessage());
        }
    }
}
