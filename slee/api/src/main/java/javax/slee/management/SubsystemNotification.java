package javax.slee.management;

import java.util.Objects;
import javax.management.ObjectName;

/**
 * An internal part of the SLEE as a source of notifications. Immutable.
 */
public final class SubsystemNotification extends AbstractNotificationSource implements NotificationSource {
    /** The JMX type of alarms from such a source. */
    public static final String ALARM_NOTIFICATION_TYPE = "javax.slee.management.alarm.subsystem";

    /** The JMX type of trace messages from such a source. */
    public static final String TRACE_NOTIFICATION_TYPE = "javax.slee.management.trace.subsystem";

    /** The JMX type of usage notifications from such a source. */
    public static final String USAGE_NOTIFICATION_TYPE = "javax.slee.management.usage.subsystem";

    /** The property of usage MBeans' object names that has the part's name. */
    public static final String SUBSYSTEM_NAME_KEY = "subsystemName";

    private static final long serialVersionUID = 1L;
    private static final String TYPE = SubsystemNotification.class.getName();

    private final String subsystemName;

    /** Identifies a source; no part may be null. */
    public SubsystemNotification(String subsystemName) {
        this.subsystemName = Objects.requireNonNull(subsystemName, "subsystemName");
    }

    /** The part's name, as the vendor calls it. */
    public String getSubsystemName() {
        return subsystemName;
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
    public static String getUsageMBeanProperties(String subsystemName) {
        return SUBSYSTEM_NAME_KEY + '=' + ObjectName.quote(subsystemName);
    }

    /** The properties that name this source in the object names of usage MBeans. */
    public String getUsageMBeanProperties() {
        return getUsageMBeanProperties(subsystemName);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof SubsystemNotification other && subsystemName.equals(other.subsystemName);
    }

    @Override
    public int hashCode() {
        return subsystemName.hashCode();
    }

    @Override
    public String toString() {
        return "SubsystemNotification[subsystem=" + subsystemName + "]";
    }

    @Override
    public int compareTo(Object obj) {
        Objects.requireNonNull(obj, "obj");
        if (!(obj instanceof SubsystemNotification other)) {
            return compareTo(TYPE, obj);
        }
        return subsystemName.compareTo(other.subsystemName);
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
