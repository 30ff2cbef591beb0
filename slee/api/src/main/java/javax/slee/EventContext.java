package javax.slee;

/**
 * An event on its way to the SBB entities that are to receive it. An event handler may hold it up, keep it in a CMP
 * field and let it go on later. Suspending and resuming take effect when the transaction commits.
 */
public interface EventContext {
    /** The event object. */
    Object getEvent();

    /** The activity context on which the event was fired. */
    ActivityContextInterface getActivityContextInterface();

    /** The address given when the event was fired, or null. */
    Address getAddress();

    /** The service to which the event was addressed, or null for all. */
    ServiceID getService();

    /** Holds up further delivery until resumed, or until the SLEE's default timeout. */
    void suspendDelivery() throws IllegalStateException, TransactionRequiredLocalException, SLEEException;

    /** Holds up further delivery until resumed, or for a number of milliseconds (at least 1). */
    void suspendDelivery(int timeout)
            throws IllegalArgumentException, IllegalStateException, TransactionRequiredLocalException, SLEEException;

    /** Lets the delivery go on with the next SBB entity. */
    void resumeDelivery() throws IllegalStateException, TransactionRequiredLocalException, SLEEException;

    /** Whether delivery is held up. */
    boolean isSuspended() throws TransactionRequiredLocalException, SLEEException;
}
