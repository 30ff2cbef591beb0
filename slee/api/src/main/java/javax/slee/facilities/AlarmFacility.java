package javax.slee.facilities;

import javax.slee.ComponentID;
import javax.slee.UnrecognizedComponentException;

/**
 * Raises and clears alarms for the component that obtained it. Not bound to transactions.
 */
public interface AlarmFacility {
    /** Where SBBs find the facility in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/facilities/alarm";

    /**
     * Emits an alarm notification of SLEE 1.0.
     *
     * @deprecated use {@link #raiseAlarm(String, String, AlarmLevel, String)}
     */
    @Deprecated
    void createAlarm(ComponentID alarmSource, Level alarmLevel, String alarmType, String message, long timestamp)
            throws NullPointerException, IllegalArgumentException, UnrecognizedComponentException, FacilityException;

    /**
     * Emits an alarm notification of SLEE 1.0 with a cause.
     *
     * @deprecated use {@link #raiseAlarm(String, String, AlarmLevel, String, Throwable)}
     */
    @Deprecated
    void createAlarm(
            ComponentID alarmSource,
            Level alarmLevel,
            String alarmType,
            String message,
            Throwable cause,
            long timestamp)
            throws NullPointerException, IllegalArgumentException, UnrecognizedComponentException, FacilityException;

    /** Raises an alarm and returns its identifier; type and instance name it among the source's alarms. */
    String raiseAlarm(String alarmType, String instanceID, AlarmLevel level, String message)
            throws NullPointerException, IllegalArgumentException, FacilityException;

    /** Raises an alarm with a cause, which may be null. */
    String raiseAlarm(String alarmType, String instanceID, AlarmLevel level, String message, Throwable cause)
            throws NullPointerException, IllegalArgumentException, FacilityException;

    /** Clears one alarm of this source; false if there is no such alarm. */
    boolean clearAlarm(String alarmID) throws NullPointerException, FacilityException;

    /** Clears all alarms of one type of this source and returns how many. */
    int clearAlarms(String alarmType) throws NullPointerException, FacilityException;

    /** Clears all alarms of this source and returns how many. */
    int clearAlarms() throws FacilityException;
}
