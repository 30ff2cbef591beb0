package javax.slee.usage;

import javax.management.ObjectName;
import javax.slee.InvalidStateException;
import javax.slee.management.ManagementException;
import javax.slee.management.NotificationSource;

/**
 * One usage parameter set. The MBean of a component adds {@code long getX(boolean reset)} per counter and
 * {@code SampleStatistics getX(boolean reset)} per sample parameter, and emits {@link UsageNotification}s.
 */
public interface UsageMBean {
    /** The part that the object names of all such MBeans share. */
    String BASE_OBJECT_NAME = "javax.slee.usage:type=Usage";

    /** The property of the object name that has the source's usage notification type. */
    String NOTIFICATION_SOURCE_KEY = "notificationSource";

    /** The property of the object name that has the set's name; missing for the unnamed set. */
    String USAGE_PARAMETER_SET_NAME_KEY = "parameterSetName";

    /** What the usage parameters belong to. */
    NotificationSource getNotificationSource() throws ManagementException;

    /** The set's name, or null for the unnamed set. */
    String getUsageParameterSet() throws ManagementException;

    /** The name of the MBean that enables the usage notifications. */
    ObjectName getUsageNotificationManagerMBean() throws ManagementException;

    /** Resets all usage parameters of the set. */
    void resetAllUsageParameters() throws ManagementException;

    /** The client needs the MBean no more; not while there are listeners. */
    void close() throws InvalidStateException, ManagementException;
}
