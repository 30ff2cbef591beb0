package javax.slee.facilities;

import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.TransactionRolledbackLocalException;

/**
 * Sets timers, which fire {@link TimerEvent}s on an activity context. Setting and cancelling take effect if the
 * transaction commits; without a transaction each call has its own. Times are in milliseconds since the epoch.
 */
public interface TimerFacility {
    /** Where SBBs find the facility in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/facilities/timer";

    /** Sets a timer that fires once; the address may be null. */
    TimerID setTimer(ActivityContextInterface aci, Address address, long expireTime, TimerOptions options)
            throws NullPointerException, IllegalArgumentException, TransactionRolledbackLocalException,
                    FacilityException;

    /** Sets a timer that fires every {@code period} milliseconds, without end if {@code numRepetitions} is 0. */
    TimerID setTimer(
            ActivityContextInterface aci,
            Address address,
            long startTime,
            long period,
            int numRepetitions,
            TimerOptions options)
            throws NullPointerException, IllegalArgumentException, TransactionRolledbackLocalException,
                    FacilityException;

    /** Cancels a timer; without effect if it is over. */
    void cancelTimer(TimerID timerID)
            throws NullPointerException, TransactionRolledbackLocalException, FacilityException;

    /** The activity context of a timer, or null if the activity has ended. Needs a transaction. */
    ActivityContextInterface getActivityContextInterface(TimerID timerID)
            throws NullPointerException, TransactionRequiredLocalException, FacilityException;

    /** The accuracy of timers in milliseconds. */
    long getResolution() throws FacilityException;

    /** The timeout in milliseconds that is used where {@link TimerOptions} say 0. */
    long getDefaultTimeout() throws FacilityException;
}
