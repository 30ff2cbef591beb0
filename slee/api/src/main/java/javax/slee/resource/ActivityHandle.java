package javax.slee.resource;

/**
 * A resource adaptor's name for an activity. Two handles are equal if they name the same activity.
 */
public interface ActivityHandle {
    /** Whether both name the same activity. */
    @Override
    boolean equals(Object obj);

    /** A hash code that agrees with {@link #equals}. */
    @Override
    int hashCode();
}
