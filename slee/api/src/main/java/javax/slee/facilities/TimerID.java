package javax.slee.facilities;

import java.io.Serializable;

/**
 * Identifies a timer.
 */
public interface TimerID extends Serializable {
    /** Whether both identify the same timer. */
    @Override
    boolean equals(Object obj);

    /** A hash code that agrees with {@link #equals}. */
    @Override
    int hashCode();

    /** A text for people. */
    @Override
    String toString();
}
