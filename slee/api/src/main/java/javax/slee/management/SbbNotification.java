package javax.slee.management;

import java.util.Objects;
import javax.management.ObjectName;
import javax.slee.SbbID;
import javax.slee.ServiceID;

/**
 * An SBB in a service as a source of notifications. Immutable.
 */
public final class SbbNotification extends AbstractNotificationSource implements NotificationSource {
    /** The JMX type of alarms from such a source. */
    public static final String ALARM_NOTIFICATION_TYPE = "javax.slee.management.alarm.sbb";

    /** The JMX type of trace messages from such a source. */
    public static final String TRACE_NOTIFICATION_TYPE = "javax.slee.management.trace.sbb";

    /** The JMX type of usage notifications from such a source. */
    public static final String USAGE_NOTIFICATION_TYPE = "javax.slee.management.usage.sbb";

    /** The property of usage MBeans' object names that has the service's name. */
    public static final String SERVICE_NAME_KEY = "serviceName";

    /** The property of usage MBeans' object names that has the service's vendor. */
    public static final String SERVICE_VENDOR_KEY = "serviceVendor";

    /** The property of usage MBeans' object names that has the service's version. */
    public static final String SERVICE_VERSION_KEY = "serviceVersion";

    /** The property of usage MBeans' object names that has the SBB's name. */
    public static final String SBB_NAME_KEY = "sbbName";

    /** The property of usage MBeans' object names that has the SBB's vendor. */
    public static final String SBB_VENDOR_KEY = "sbbVendor";

    /** The property of usage MBeans' object names that has the SBB's version. */
    public static final String SBB_VERSION_KEY = "sbbVersion";

    private static final long serialVersionUID = 1L;
    private static final String TYPE = SbbNotification.class.getName();

    private final ServiceID service;
    private final SbbID sbb;

    /** Identifies a source; no part may be null. */
    public SbbNotification(ServiceID service, SbbID sbb) {
        this.service = Objects.requireNonNull(service, "service");
        this.sbb = Objects.requireNonNull(sbb, "sbb");
    }

    /** The service. */
    public ServiceID getService() {
        return service;
    }

    /** The SBB. */
    public SbbID getSbb() {
        return sbb;
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
    public static String getUsageMBeanProperties(ServiceID service, SbbID sbb) {
        return SERVICE_NAME_KEY
                + '='
                + ObjectName.quote(service.getName())
                + ','
                + SERVICE_VENDOR_KEY
                + '='
                + ObjectName.quote(service.getVendor())
                + ','
                + SERVICE_VERSION_KEY
                + '='
                + ObjectName.quote(service.getVersion())
                + ','
                + SBB_NAME_KEY
                + '='
                + ObjectName.quote(sbb.getName())
                + ','
                + SBB_VENDOR_KEY
                + '='
                + ObjectName.quote(sbb.getVendor())
                + ','
                + SBB_VERSION_KEY
                + '='
                + ObjectName.quote(sbb.getVersion());
    }

    /** The properties that name this source in the object names of usage MBeans. */
    public String getUsageMBeanProperties() {
        return getUsageMBeanProperties(service, sbb);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof SbbNotification other && service.equals(other.service) && sbb.equals(other.sbb);
    }

    @Override
    public int hashCode() {
        return service.hashCode() ^ sbb.hashCode();
    }

    @Override
    public String toString() {
        return "SbbNotification[service=" + service + ",sbb=" + sbb + "]";
    }

    @Override
    public int compareTo(Object obj) {
        Objects.requireNonNull(obj, "obj");
        if (!(obj instanceof SbbNotification other)) {
            return compareTo(TYPE, obj);
        }
        int order = service.compareTo(other.service);
        return order == 0 ? sbb.compareTo(other.sbb) : order;
    }

    @Override
    protected String getClassName() {
        return TYPE;
    }
}
