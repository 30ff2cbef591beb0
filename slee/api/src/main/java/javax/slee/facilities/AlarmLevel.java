package javax.slee.facilities;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * How severe an alarm is, in the terms of ITU-T X.733. One object per value, also after serialisation.
 */
public final class AlarmLevel implements Serializable {
    /** The integer form of {@link #CLEAR}. */
    public static final int LEVEL_CLEAR = 0;

    /** The integer form of {@link #CRITICAL}. */
    public static final int LEVEL_CRITICAL = 1;

    /** The integer form of {@link #MAJOR}. */
    public static final int LEVEL_MAJOR = 2;

    /** The integer form of {@link #WARNING}. */
    public static final int LEVEL_WARNING = 3;

    /** The integer form of {@link #INDETERMINATE}. */
    public static final int LEVEL_INDETERMINATE = 4;

    /** The integer form of {@link #MINOR}. */
    public static final int LEVEL_MINOR = 5;

    /** The text form of {@link #CLEAR}. */
    public static final String CLEAR_STRING = "Clear";

    /** The text form of {@link #CRITICAL}. */
    public static final String CRITICAL_STRING = "Critical";

    /** The text form of {@link #MAJOR}. */
    public static final String MAJOR_STRING = "Major";

    /** The text form of {@link #WARNING}. */
    public static final String WARNING_STRING = "Warning";

    /** The text form of {@link #INDETERMINATE}. */
    public static final String INDETERMINATE_STRING = "Indeterminate";

    /** The text form of {@link #MINOR}. */
    public static final String MINOR_STRING = "Minor";

    /** The condition is over. */
    public static final AlarmLevel CLEAR = new AlarmLevel(LEVEL_CLEAR, CLEAR_STRING);

    /** Service is affected and immediate action required. */
    public static final AlarmLevel CRITICAL = new AlarmLevel(LEVEL_CRITICAL, CRITICAL_STRING);

    /** Service is affected and urgent action required. */
    public static final AlarmLevel MAJOR = new AlarmLevel(LEVEL_MAJOR, MAJOR_STRING);

    /** Service may become affected. */
    public static final AlarmLevel WARNING = new AlarmLevel(LEVEL_WARNING, WARNING_STRING);

    /** The severity is not known. */
    public static final AlarmLevel INDETERMINATE = new AlarmLevel(LEVEL_INDETERMINATE, INDETERMINATE_STRING);

    /** Service is not affected, but action is required. */
    public static final AlarmLevel MINOR = new AlarmLevel(LEVEL_MINOR, MINOR_STRING);

    private static final long serialVersionUID = 1L;

    private static final AlarmLevel[] VALUES = {CLEAR, CRITICAL, MAJOR, WARNING, INDETERMINATE, MINOR};

    private final int level;
    private final transient String text;

    private AlarmLevel(int level, String text) {
        this.level = level;
        this.text = text;
    }

    /** The value with this integer form. */
    public static AlarmLevel fromInt(int level) throws IllegalArgumentException {
        for (AlarmLevel candidate : VALUES) {
            if (candidate.level == level) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AlarmLevel has the number " + level);
    }

    /** The value with this text form, in upper or lower case. */
    public static AlarmLevel fromString(String level) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(level, "level");
        for (AlarmLevel candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(level)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AlarmLevel is called " + level);
    }

    /** The integer form. */
    public int toInt() {
        return level;
    }

    /** Whether this is {@link #CLEAR}. */
    public boolean isClear() {
        return level == LEVEL_CLEAR;
    }

    /** Whether this is {@link #CRITICAL}. */
    public boolean isCritical() {
        return level == LEVEL_CRITICAL;
    }

    /** Whether this is {@link #MAJOR}. */
    public boolean isMajor() {
        return level == LEVEL_MAJOR;
    }

    /** Whether this is {@link #WARNING}. */
    public boolean isWarning() {
        return level == LEVEL_WARNING;
    }

    /** Whether this is {@link #INDETERMINATE}. */
    public boolean isIndeterminate() {
        return level == LEVEL_INDETERMINATE;
    }

    /** Whether this is {@link #MINOR}. */
    public boolean isMinor() {
        return level == LEVEL_MINOR;
    }

    /** Whether this is more severe than the other, that is, has the smaller number. */
    public boolean isHigherLevel(AlarmLevel other) throws NullPointerException {
        return level < other.level;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof AlarmLevel && ((AlarmLevel) obj).level == level;
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
