package javax.slee.management;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * The state of a resource adaptor entity. One object per value, also after serialisation.
 */
public final class ResourceAdaptorEntityState implements Serializable {
    /** The integer form of {@link #INACTIVE}. */
    public static final int ENTITY_INACTIVE = 0;

    /** The integer form of {@link #ACTIVE}. */
    public static final int ENTITY_ACTIVE = 1;

    /** The integer form of {@link #STOPPING}. */
    public static final int ENTITY_STOPPING = 2;

    /** The text form of {@link #INACTIVE}. */
    public static final String INACTIVE_STRING = "Inactive";

    /** The text form of {@link #ACTIVE}. */
    public static final String ACTIVE_STRING = "Active";

    /** The text form of {@link #STOPPING}. */
    public static final String STOPPING_STRING = "Stopping";

    /** Configured and not running. */
    public static final ResourceAdaptorEntityState INACTIVE =
            new ResourceAdaptorEntityState(ENTITY_INACTIVE, INACTIVE_STRING);

    /** Activities may begin. */
    public static final ResourceAdaptorEntityState ACTIVE =
            new ResourceAdaptorEntityState(ENTITY_ACTIVE, ACTIVE_STRING);

    /** The activities that are left end; no new ones begin. */
    public static final ResourceAdaptorEntityState STOPPING =
            new ResourceAdaptorEntityState(ENTITY_STOPPING, STOPPING_STRING);

    private static final long serialVersionUID = 1L;

    private static final ResourceAdaptorEntityState[] VALUES = {INACTIVE, ACTIVE, STOPPING};

    private final int state;
    private final transient String text;

    private ResourceAdaptorEntityState(int state, String text) {
        this.state = state;
        this.text = text;
    }

    /** The state with this integer form. */
    public static ResourceAdaptorEntityState fromInt(int state) throws IllegalArgumentException {
        if (state < 0 || state >= VALUES.length) {
            throw new IllegalArgumentException("No ResourceAdaptorEntityState has the number " + state);
        }
        return VALUES[state];
    }

    /** The state with this text form, in upper or lower case. */
    public static ResourceAdaptorEntityState fromString(String state)
            throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(state, "state");
        for (ResourceAdaptorEntityState candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(state)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No ResourceAdaptorEntityState is called " + state);
    }

    /** The integer form. */
    public int toInt() {
        return state;
    }

    /** Whether this is {@link #INACTIVE}. */
    public boolean isInactive() {
        return state == ENTITY_INACTIVE;
    }

    /** Whether this is {@link #ACTIVE}. */
    public boolean isActive() {
        return state == ENTITY_ACTIVE;
    }

    /** Whether this is {@link #STOPPING}. */
    public boolean isStopping() {
        return state == ENTITY_STOPPING;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ResourceAdaptorEntityState other && other.state == state;
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
