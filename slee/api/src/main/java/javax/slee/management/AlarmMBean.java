package javax.slee.management;

/**
 * Management of alarms. Emits an {@link AlarmNotification} whenever an alarm is raised or cleared.
 */
public interface AlarmMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=Alarm";

    /**
     * The JMX type of alarms of 1.0.
     *
     * @deprecated each {@link NotificationSource} has a type of its own
     */
    @Deprecated
    String ALARM_NOTIFICATION_TYPE = "javax.slee.management.alarm";

    /** The identifiers of the active alarms of a source. */
    String[] getAlarms(NotificationSource notificationSource)
            throws NullPointerException, UnrecognizedNotificationSourceException, ManagementException;

    /** The identifiers of all active alarms. */
    String[] getAlarms() throws ManagementException;

    /** Whether there is an active alarm of this identifier. */
    boolean isActive(String alarmID) throws NullPointerException, ManagementException;

    /** The active alarm of this identifier, or null. */
    Alarm getDescriptor(String alarmID) throws NullPointerException, ManagementException;

    /** The active alarms of these identifiers, in the same order, null where there is none. */
    Alarm[] getDescriptors(String[] alarmIDs) throws NullPointerException, ManagementException;

    /** Clears an alarm; false if there is none of this identifier. */
    boolean clearAlarm(String alarmID) throws NullPointerException, ManagementException;

    /** Clears the alarms of a source and type; the number of alarms cleared. */
    int clearAlarms(NotificationSource notificationSource, String alarmType)
            throws NullPointerException, UnrecognizedNotificationSourceException, ManagementException;

    /** Clears the alarms of a source; the number of alarms cleared. */
    int clearAlarms(NotificationSource notificationSource)
            throws NullPointerException, UnrecognizedNotificationSourceException, ManagementException;
}
