package javax.slee.usage;

import java.util.Objects;
import javax.management.Notification;
import javax.management.NotificationFilter;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.NotificationSource;
import javax.slee.management.SbbNotification;

/**
 * Passes all notifications of one usage parameter. Nothing else passes.
 */
public class UsageUpdatedFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final NotificationSource notificationSource;
    private final String paramName;

    /**
     * For a usage parameter of an SBB.
     *
     * @deprecated use the constructor with a {@link NotificationSource}
     */
    @Deprecated
    public UsageUpdatedFilter(ServiceID service, SbbID sbb, String paramName) throws NullPointerException {
        this(new SbbNotification(service, sbb), paramName);
    }

    /** For a usage parameter of this source; nothing may be null. */
    public UsageUpdatedFilter(NotificationSource notificationSource, String paramName) throws NullPointerException {
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.paramName = Objects.requireNonNull(paramName, "paramName");
    }

    @Override
    public boolean isNotificationEnabled(Notification notification) {
        return notification instanceof UsageNotification usage
                && notificationSource.equals(usage.getNotificationSource())
                && paramName.equals(usage.getUsageParameterName());
    }
}
