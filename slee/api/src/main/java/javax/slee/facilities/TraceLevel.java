package javax.slee.facilities;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * How important a trace message is. One object per value, also after serialisation.
 */
public final class TraceLevel implements Serializable {
    /** The integer form of {@link #OFF}. */
    public static final int LEVEL_OFF = 0;

    /** The integer form of {@link #SEVERE}. */
    public static final int LEVEL_SEVERE = 1;

    /** The integer form of {@link #WARNING}. */
    public static final int LEVEL_WARNING = 2;

    /** The integer form of {@link #INFO}. */
    public static final int LEVEL_INFO = 3;

    /** The integer form of {@link #CONFIG}. */
    public static final int LEVEL_CONFIG = 4;

    /** The integer form of {@link #FINE}. */
    public static final int LEVEL_FINE = 5;

    /** The integer form of {@link #FINER}. */
    public static final int LEVEL_FINER = 6;

    /** The integer form of {@link #FINEST}. */
    public static final int LEVEL_FINEST = 7;

    /** The text form of {@link #OFF}. */
    public static final String OFF_STRING = "Off";

    /** The text form of {@link #SEVERE}. */
    public static final String SEVERE_STRING = "Severe";

    /** The text form of {@link #WARNING}. */
    public static final String WARNING_STRING = "Warning";

    /** The text form of {@link #INFO}. */
    public static final String INFO_STRING = "Info";

    /** The text form of {@link #CONFIG}. */
    public static final String CONFIG_STRING = "Config";

    /** The text form of {@link #FINE}. */
    public static final String FINE_STRING = "Fine";

    /** The text form of {@link #FINER}. */
    public static final String FINER_STRING = "Finer";

    /** The text form of {@link #FINEST}. */
    public static final String FINEST_STRING = "Finest";

    /** For filtering only: no message passes. */
    public static final TraceLevel OFF = new TraceLevel(LEVEL_OFF, OFF_STRING);

    /** A serious failure. */
    public static final TraceLevel SEVERE = new TraceLevel(LEVEL_SEVERE, SEVERE_STRING);

    /** Something that may become a failure. */
    public static final TraceLevel WARNING = new TraceLevel(LEVEL_WARNING, WARNING_STRING);

    /** General information. */
    public static final TraceLevel INFO = new TraceLevel(LEVEL_INFO, INFO_STRING);

    /** Information about the configuration. */
    public static final TraceLevel CONFIG = new TraceLevel(LEVEL_CONFIG, CONFIG_STRING);

    /** Coarse information for finding faults. */
    public static final TraceLevel FINE = new TraceLevel(LEVEL_FINE, FINE_STRING);

    /** Finer information for finding faults. */
    public static final TraceLevel FINER = new TraceLevel(LEVEL_FINER, FINER_STRING);

    /** The finest information for finding faults. */
    public static final TraceLevel FINEST = new TraceLevel(LEVEL_FINEST, FINEST_STRING);

    private static final long serialVersionUID = 1L;

    private static final TraceLevel[] VALUES = {OFF, SEVERE, WARNING, INFO, CONFIG, FINE, FINER, FINEST};

    private final int level;
    private final transient String text;

    private TraceLevel(int level, String text) {
        this.level = level;
        this.text = text;
    }

    /** The value with this integer form. */
    public static TraceLevel fromInt(int level) throws IllegalArgumentException {
        for (TraceLevel candidate : VALUES) {
            if (candidate.level == level) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No TraceLevel has the number " + level);
    }

    /** The value with this text form, in upper or lower case. */
    public static TraceLevel fromString(String level) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(level, "level");
        for (TraceLevel candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(level)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No TraceLevel is called " + level);
    }

    /** The integer form. */
    public int toInt() {
        return level;
    }

    /** Whether this is {@link #OFF}. */
    public boolean isOff() {
        return level == LEVEL_OFF;
    }

    /** Whether this is {@link #SEVERE}. */
    public boolean isSevere() {
        return level == LEVEL_SEVERE;
    }

    /** Whether this is {@link #WARNING}. */
    public boolean isWarning() {
        return level == LEVEL_WARNING;
    }

    /** Whether this is {@link #INFO}. */
    public boolean isInfo() {
        return level == LEVEL_INFO;
    }

    /** Whether this is {@link #CONFIG}. */
    public boolean isConfig() {
        return level == LEVEL_CONFIG;
    }

    /** Whether this is {@link #FINE}. */
    public boolean isFine() {
        return level == LEVEL_FINE;
    }

    /** Whether this is {@link #FINER}. */
    public boolean isFiner() {
        return level == LEVEL_FINER;
    }

    /** Whether this is {@link #FINEST}. */
    public boolean isFinest() {
        return level == LEVEL_FINEST;
    }

    /** Whether this is more severe than the other, that is, has the smaller number. */
    public boolean isHigherLevel(TraceLevel other) throws NullPointerException {
        return level < other.level;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof TraceLevel && ((TraceLevel) obj).level == level;
    }

    @Override
    public int hashCode() {
        return level;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Keeps one object per value across serialisation. */
    private Object readResolve() throws StreamCorruptedException {
        try {
            return fromInt(level);
        } catch (IllegalArgumentException unknown) {
            throw new StreamCorruptedException(unknown.getMessage());
        }
    }
}
