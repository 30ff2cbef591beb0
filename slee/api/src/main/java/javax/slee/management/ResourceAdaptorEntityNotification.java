package javax.slee.management;

import java.util.Objects;
import javax.management.ObjectName;

/**
 * A resource adaptor entity as a source of notifications. Immutable.
 */
public final class ResourceAdaptorEntityNotification extends AbstractNotificationSource implements NotificationSource {
    /** The JMX type of alarms from such a source. */
    public static final String ALARM_NOTIFICATION_TYPE = "javax.slee.management.alarm.raentity";

    /** The JMX type of trace messages from such a source. */
    public static final String TRACE_NOTIFICATION_TYPE = "javax.slee.management.trace.raentity";

    /** The JMX type of usage notifications from such a source. */
    public static final String USAGE_NOTIFICATION_TYPE = "javax.slee.management.usage.raentity";

    /** The property of usage MBeans' object names that has the entity's name. */
    public static final String RESOURCE_ADAPTOR_ENTITY_NAME_KEY = "raEntityName";

    private static final long serialVersionUID = 1L;
    private static final String TYPE = ResourceAdaptorEntityNotification.class.getName();

    private final String entityName;

    /** Identifies a source; no part may be null. */
    public ResourceAdaptorEntityNotification(String entityName) {
        this.entityName = Objects.requireNonNull(entityName, "entityName");
    }

    /** The entity's name. */
    public String getEntityName() {
        return entityName;
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
    public static String getUsageMBeanProperties(String entityName) {
        return RESOURCE_ADAPTOR_ENTITY_NAME_KEY + '=' + ObjectName.quote(entityName);
    }

    /** The properties that name this source in the object names of usage MBeans. */
    public String getUsageMBeanProperties() {
        return getUsageMBeanProperties(entityName);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ResourceAdaptorEntityNotification other && entityName.equals(other.entityName);
    }

    @Override
    public int hashCode() {
        return entityName.hashCode();
    }

    @Override
    public String toString() {
        return "ResourceAdaptorEntityNotification[entity=" + entityName + "]";
    }

    @Override
    public int compareTo(Object obj) {
        Objects.requireNonNull(obj, "obj");
        if (!(obj instanceof ResourceAdaptorEntityNotification other)) {
            return compareTo(TYPE, obj);
        }
        return entityName.compareTo(other.entityName);
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
