package javax.slee.resource;

import javax.slee.Address;
import javax.slee.SLEEException;
import javax.slee.TransactionRequiredLocalException;

/**
 * How a resource adaptor starts and ends activities and fires events on them. The transacted methods take effect if
 * the caller's transaction commits, the others at once.
 */
public interface SleeEndpoint {
    /** Starts an activity without flags. */
    void startActivity(ActivityHandle handle, Object activity)
            throws NullPointerException, IllegalStateException, ActivityAlreadyExistsException, StartActivityException,
                    SLEEException;

    /** Starts an activity with {@link ActivityFlags}. */
    void startActivity(ActivityHandle handle, Object activity, int activityFlags)
            throws NullPointerException, IllegalStateException, ActivityAlreadyExistsException, StartActivityException,
                    SLEEException;

    /** Starts an activity without flags and holds its events until the caller's transaction has ended. */
    void startActivitySuspended(ActivityHandle handle, Object activity)
            throws NullPointerException, IllegalStateException, TransactionRequiredLocalException,
                    ActivityAlreadyExistsException, StartActivityException, SLEEException;

    /** Starts an activity with {@link ActivityFlags} and holds its events until the caller's transaction has ended. */
    void startActivitySuspended(ActivityHandle handle, Object activity, int activityFlags)
            throws NullPointerException, IllegalStateException, TransactionRequiredLocalException,
                    ActivityAlreadyExistsException, StartActivityException, SLEEException;

    /** Starts an activity without flags, if the caller's transaction commits. */
    void startActivityTransacted(ActivityHandle handle, Object activity)
            throws NullPointerException, IllegalStateException, TransactionRequiredLocalException,
                    ActivityAlreadyExistsException, StartActivityException, SLEEException;

    /** Starts an activity with {@link ActivityFlags}, if the caller's transaction commits. */
    void startActivityTransacted(ActivityHandle handle, Object activity, int activityFlags)
            throws NullPointerException, IllegalStateException, TransactionRequiredLocalException,
                    ActivityAlreadyExistsException, StartActivityException, SLEEException;

    /** Holds the events fired from now on until the caller's transaction has ended. */
    void suspendActivity(ActivityHandle handle)
            throws NullPointerException, TransactionRequiredLocalException, UnrecognizedActivityHandleException,
                    SLEEException;

    /** Ends an activity. */
    void endActivity(ActivityHandle handle) throws NullPointerException, UnrecognizedActivityHandleException;

    /** Ends an activity, if the caller's transaction commits. */
    void endActivityTransacted(ActivityHandle handle)
            throws NullPointerException, TransactionRequiredLocalException, UnrecognizedActivityHandleException;

    /** Fires an event without flags; address and service may be null. */
    void fireEvent(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service)
            throws NullPointerException, UnrecognizedActivityHandleException, IllegalEventException,
                    ActivityIsEndingException, FireEventException, SLEEException;

    /** Fires an event with {@link EventFlags}; address and service may be null. */
    void fireEvent(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int eventFlags)
            throws NullPointerException, UnrecognizedActivityHandleException, IllegalEventException,
                    ActivityIsEndingException, FireEventException, SLEEException;

    /** Fires an event without flags, if the caller's transaction commits; address and service may be null. */
    void fireEventTransacted(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service)
            throws NullPointerException, UnrecognizedActivityHandleException, IllegalEventException,
                    TransactionRequiredLocalException, ActivityIsEndingException, FireEventException, SLEEException;

    /** Fires an event with {@link EventFlags}, if the caller's transaction commits; address and service may be null. */
    void fireEventTransacted(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int eventFlags)
            throws NullPointerException, UnrecognizedActivityHandleException, IllegalEventException,
                    TransactionRequiredLocalException, ActivityIsEndingException, FireEventException, SLEEException;
}
