package javax.slee.facilities;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * Which of the late events of a timer are fired. One object per value, also after serialisation.
 */
public final class TimerPreserveMissed implements Serializable {
    /** The integer form of {@link #NONE}. */
    public static final int PRESERVE_NONE = 0;

    /** The integer form of {@link #ALL}. */
    public static final int PRESERVE_ALL = 1;

    /** The integer form of {@link #LAST}. */
    public static final int PRESERVE_LAST = 2;

    /** The text form of {@link #NONE}. */
    public static final String NONE_STRING = "None";

    /** The text form of {@link #ALL}. */
    public static final String ALL_STRING = "All";

    /** The text form of {@link #LAST}. */
    public static final String LAST_STRING = "Last";

    /** Late events are not fired. */
    public static final TimerPreserveMissed NONE = new TimerPreserveMissed(PRESERVE_NONE, NONE_STRING);

    /** All late events are fired. */
    public static final TimerPreserveMissed ALL = new TimerPreserveMissed(PRESERVE_ALL, ALL_STRING);

    /** Of several late events only the last is fired. */
    public static final TimerPreserveMissed LAST = new TimerPreserveMissed(PRESERVE_LAST, LAST_STRING);

    private static final long serialVersionUID = 1L;

    private static final TimerPreserveMissed[] VALUES = {NONE, ALL, LAST};

    private final int option;
    private final transient String text;

    private TimerPreserveMissed(int option, String text) {
        this.option = option;
        this.text = text;
    }

    /** The value with this integer form. */
    public static TimerPreserveMissed fromInt(int option) throws IllegalArgumentException {
        for (TimerPreserveMissed candidate : VALUES) {
            if (candidate.option == option) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No TimerPreserveMissed has the number " + option);
    }

    /** The value with this text form, in upper or lower case. */
    public static TimerPreserveMissed fromString(String option) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(option, "option");
        for (TimerPreserveMissed candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(option)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No TimerPreserveMissed is called " + option);
    }

    /** The integer form. */
    public int toInt() {
        return option;
    }

    /** Whether this is {@link #NONE}. */
    public boolean isNone() {
        return option == PRESERVE_NONE;
    }

    /** Whether this is {@link #ALL}. */
    public boolean isAll() {
        return option == PRESERVE_ALL;
    }

    /** Whether this is {@link #LAST}. */
    public boolean isLast() {
        return option == PRESERVE_LAST;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof TimerPreserveMissed && ((TimerPreserveMissed) obj).option == option;
    }

    @Override
    public int hashCode() {
        return option;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Keeps one object per value across serialisation. */
    private Object readResolve() throws StreamCorruptedException {
        try {
            return fromInt(option);
        } catch (IllegalArgumentException unknown) {
            throw new StreamCorruptedException(unknown.getMessage());
        }
    }
}
