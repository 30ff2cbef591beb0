package javax.slee.management;

import java.util.Objects;
import javax.management.ObjectName;

/**
 * A profile table as a source of notifications. Immutable.
 */
public final class ProfileTableNotification extends AbstractNotificationSource implements NotificationSource {
    /** The JMX type of alarms from such a source. */
    public static final String ALARM_NOTIFICATION_TYPE = "javax.slee.management.alarm.profiletable";

    /** The JMX type of trace messages from such a source. */
    public static final String TRACE_NOTIFICATION_TYPE = "javax.slee.management.trace.profiletable";

    /** The JMX type of usage notifications from such a source. */
    public static final String USAGE_NOTIFICATION_TYPE = "javax.slee.management.usage.profiletable";

    /** The property of usage MBeans' object names that has the table's name. */
    public static final String PROFILE_TABLE_NAME_KEY = "profileTableName";

    private static final long serialVersionUID = 1L;
    private static final String TYPE = ProfileTableNotification.class.getName();

    private final String profileTableName;

    /** Identifies a source; no part may be null. */
    public ProfileTableNotification(String profileTableName) {
        this.profileTableName = Objects.requireNonNull(profileTableName, "profileTableName");
    }

    /** The table's name. */
    public String getProfileTableName() {
        return profileTableName;
    }

    @Override
    public String getAlarmNotificationType() {
        return ALARM_NOTIFICATION_TYPE;
    }

    @Override
    public String getTraceNotificationType() {
        return TRACE_NOTIFICATION_TYPE;
    }

    @Override
    public String getUsageNotificationType() {
        return USAGE_NOTIFICATION_TYPE;
    }

    /** The properties that name such a source in the object names of usage MBeans. */
    public static String getUsageMBeanProperties(String profileTableName) {
        return PROFILE_TABLE_NAME_KEY + '=' + ObjectName.quote(profileTableName);
    }

    /** The properties that name this source in the object names of usage MBeans. */
    public String getUsageMBeanProperties() {
        return getUsageMBeanProperties(profileTableName);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ProfileTableNotification other && profileTableName.equals(other.profileTableName);
    }

    @Override
    public int hashCode() {
        return profileTableName.hashCode();
    }

    @Override
    public String toString() {
        return "ProfileTableNotification[table=" + profileTableName + "]";
    }

    @Override
    public int compareTo(Object obj) {
        Objects.requireNonNull(obj, "obj");
        if (!(obj instanceof ProfileTableNotification other)) {
            return compareTo(TYPE, obj);
        }
        return profileTableName.compareTo(other.profileTableName);
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
