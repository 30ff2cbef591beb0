package javax.slee;

/**
 * What an SBB sees of an activity context: the channel between one activity and the SBB entities attached to it.
 * An SBB may extend this interface with accessor methods for attributes that it shares. Two objects for the same
 * activity context are equal, whatever interface they were asked for.
 */
public interface ActivityContextInterface {
    /** The activity object. Needs a transaction. */
    Object getActivity() throws TransactionRequiredLocalException, SLEEException;

    /** Attaches an SBB entity, which receives events from now on; without effect if it is attached. */
    void attach(SbbLocalObject sbb)
            throws NullPointerException, TransactionRequiredLocalException, TransactionRolledbackLocalException,
                    SLEEException;

    /** Detaches an SBB entity; without effect if it is not attached. */
    void detach(SbbLocalObject sbb)
            throws NullPointerException, TransactionRequiredLocalException, TransactionRolledbackLocalException,
                    SLEEException;

    /** Whether an SBB entity is attached. */
    boolean isAttached(SbbLocalObject sbb)
            throws NullPointerException, TransactionRequiredLocalException, TransactionRolledbackLocalException,
                    SLEEException;

    /** Whether the activity is ending, so that no more events can be fired on it. */
    boolean isEnding() throws TransactionRequiredLocalException, SLEEException;

    /** Whether the other object is an interface to the same activity context. */
    @Override
    boolean equals(Object obj);

    /** A hash code that is the same for all interfaces to one activity context. */
    @Override
    int hashCode();
}
