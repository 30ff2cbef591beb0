package javax.slee;

import javax.slee.facilities.Tracer;

/**
 * What the SLEE offers to one SBB object. The answers depend on the SBB entity that the object has at the moment.
 */
public interface SbbContext {
    /** The local object of the entity. */
    SbbLocalObject getSbbLocalObject() throws TransactionRequiredLocalException, IllegalStateException, SLEEException;

    /** The service that the object works for. */
    ServiceID getService() throws SLEEException;

    /** The SBB that the object belongs to. */
    SbbID getSbb() throws SLEEException;

    /** The activity contexts to which the entity is attached. */
    ActivityContextInterface[] getActivities()
            throws TransactionRequiredLocalException, IllegalStateException, SLEEException;

    /** Replaces the set of event names that the entity does not want to receive on an activity context. */
    void maskEvent(String[] eventNames, ActivityContextInterface aci)
            throws NullPointerException, TransactionRequiredLocalException, IllegalStateException,
                    UnrecognizedEventException, NotAttachedException, SLEEException;

    /** The event names that are masked on an activity context. */
    String[] getEventMask(ActivityContextInterface aci)
            throws NullPointerException, TransactionRequiredLocalException, IllegalStateException, NotAttachedException,
                    SLEEException;

    /** Dooms the current transaction. */
    void setRollbackOnly() throws TransactionRequiredLocalException, SLEEException;

    /** Whether the current transaction is doomed. */
    boolean getRollbackOnly() throws TransactionRequiredLocalException, SLEEException;

    /** The tracer of this name for this SBB in this service; the empty name is the root tracer. */
    Tracer getTracer(String tracerName) throws NullPointerException, IllegalArgumentException, SLEEException;
}
