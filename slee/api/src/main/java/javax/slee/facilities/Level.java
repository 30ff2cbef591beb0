package javax.slee.facilities;

import java.io.Serializable;
import java.io.StreamCorruptedException;

/**
 * The alarm and trace levels of SLEE 1.0. One object per value, also after serialisation.
 *
 * @deprecated use {@link TraceLevel} and {@link AlarmLevel}
 */
@Deprecated
public final class Level implements Serializable {
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

    /** For filtering only: no message passes. */
    public static final Level OFF = new Level(LEVEL_OFF, "Off");

    /** A serious failure. */
    public static final Level SEVERE = new Level(LEVEL_SEVERE, "Severe");

    /** Something that may become a failure. */
    public static final Level WARNING = new Level(LEVEL_WARNING, "Warning");

    /** General information. */
    public static final Level INFO = new Level(LEVEL_INFO, "Info");

    /** Information about the configuration. */
    public static final Level CONFIG = new Level(LEVEL_CONFIG, "Config");

    /** Coarse information for finding faults. */
    public static final Level FINE = new Level(LEVEL_FINE, "Fine");

    /** Finer information for finding faults. */
    public static final Level FINER = new Level(LEVEL_FINER, "Finer");

    /** The finest information for finding faults. */
    public static final Level FINEST = new Level(LEVEL_FINEST, "Finest");

    private static final long serialVersionUID = 1L;

    private static final Level[] VALUES = {OFF, SEVERE, WARNING, INFO, CONFIG, FINE, FINER, FINEST};

    private final int level;
    private final transient String text;

    private Level(int level, String text) {
        this.level = level;
        this.text = text;
    }

    /** The value with this integer form. */
    public static Level fromInt(int level) throws IllegalArgumentException {
        for (Level candidate : VALUES) {
            if (candidate.level == level) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No Level has the number " + level);
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
    public boolean isMinor() {
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
    public boolean isHigherLevel(Level other) throws NullPointerException {
        return level < other.level;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Level && ((Level) obj).level == level;
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
