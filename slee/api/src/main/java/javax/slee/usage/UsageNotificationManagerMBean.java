package javax.slee.usage;

import javax.slee.management.ManagementException;
import javax.slee.management.NotificationSource;

/**
 * Enables the usage notifications of one source. The MBean of a component adds a writable attribute
 * {@code XNotificationsEnabled} per usage parameter.
 */
public interface UsageNotificationManagerMBean {
    /** The part that the object names of all such MBeans share. */
    String BASE_OBJECT_NAME = "javax.slee.usage:type=UsageNotificationManager";

    /** The property of the object name that has the source's usage notification type. */
    String NOTIFICATION_SOURCE_KEY = "notificationSource";

    /** What the usage parameters belong to. */
    NotificationSource getNotificationSource() throws ManagementException;

    /** The client needs the MBean no more. */
    void close() throws ManagementException;
}
