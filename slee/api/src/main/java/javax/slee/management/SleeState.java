package javax.slee.management;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * The state of the SLEE. One object per value, also after serialisation.
 */
public final class SleeState implements Serializable {
    /** The integer form of {@link #STOPPED}. */
    public static final int SLEE_STOPPED = 0;

    /** The integer form of {@link #STARTING}. */
    public static final int SLEE_STARTING = 1;

    /** The integer form of {@link #RUNNING}. */
    public static final int SLEE_RUNNING = 2;

    /** The integer form of {@link #STOPPING}. */
    public static final int SLEE_STOPPING = 3;

    /** The text form of {@link #STOPPED}. */
    public static final String STOPPED_STRING = "Stopped";

    /** The text form of {@link #STARTING}. */
    public static final String STARTING_STRING = "Starting";

    /** The text form of {@link #RUNNING}. */
    public static final String RUNNING_STRING = "Running";

    /** The text form of {@link #STOPPING}. */
    public static final String STOPPING_STRING = "Stopping";

    /** No events are routed. */
    public static final SleeState STOPPED = new SleeState(SLEE_STOPPED, STOPPED_STRING);

    /** Resource adaptors and services are being started. */
    public static final SleeState STARTING = new SleeState(SLEE_STARTING, STARTING_STRING);

    /** Events are routed. */
    public static final SleeState RUNNING = new SleeState(SLEE_RUNNING, RUNNING_STRING);

    /** Activities are ending; no new ones begin. */
    public static final SleeState STOPPING = new SleeState(SLEE_STOPPING, STOPPING_STRING);

    private static final long serialVersionUID = 1L;

    private static final SleeState[] VALUES = {STOPPED, STARTING, RUNNING, STOPPING};

    private final int state;
    private final transient String text;

    private SleeState(int state, String text) {
        this.state = state;
        this.text = text;
    }

    /** The state with this integer form. */
    public static SleeState fromInt(int state) throws IllegalArgumentException {
        if (state < 0 || state >= VALUES.length) {
            throw new IllegalArgumentException("No SleeState has the number " + state);
        }
        return VALUES[state];
    }

    /** The state with this text form, in upper or lower case. */
    public static SleeState fromString(String state) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(state, "state");
        for (SleeState candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(state)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No SleeState is called " + state);
    }

    /** The integer form. */
    public int toInt() {
        return state;
    }

    /** Whether this is {@link #STOPPED}. */
    public boolean isStopped() {
        return state == SLEE_STOPPED;
    }

    /** Whether this is {@link #STARTING}. */
    public boolean isStarting() {
        return state == SLEE_STARTING;
    }

    /** Whether this is {@link #RUNNING}. */
    public boolean isRunning() {
        return state == SLEE_RUNNING;
    }

    /** Whether this is {@link #STOPPING}. */
    public boolean isStopping() {
        return state == SLEE_STOPPING;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof SleeState other && other.state == state;
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
