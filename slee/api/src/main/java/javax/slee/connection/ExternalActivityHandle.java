package javax.slee.connection;

import java.io.Serializable;

/**
 * Stands for an activity in the SLEE on which code outside fires events.
 */
public interface ExternalActivityHandle extends Serializable {
    /** Whether both stand for the same activity. */
    @Override
    boolean equals(Object other);

    /** A hash code that agrees with {@link #equals}. */
    @Override
    int hashCode();
}
