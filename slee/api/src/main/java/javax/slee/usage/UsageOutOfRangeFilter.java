package javax.slee.usage;

import java.util.Objects;
import javax.management.Notification;
import javax.management.NotificationFilter;
import javax.slee.InvalidArgumentException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.NotificationSource;
import javax.slee.management.SbbNotification;

/**
 * Passes notifications of one usage parameter whose value lies outside a range. Nothing else passes.
 */
public class UsageOutOfRangeFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final NotificationSource notificationSource;
    private final String paramName;
    private final long lowValue;
    private final long highValue;

    /**
     * For a usage parameter of an SBB.
     *
     * @deprecated use the constructor with a {@link NotificationSource}
     */
    @Deprecated
    public UsageOutOfRangeFilter(ServiceID service, SbbID sbb, String paramName, long lowValue, long highValue)
            throws NullPointerException, InvalidArgumentException {
        this(new SbbNotification(service, sbb), paramName, lowValue, highValue);
    }

    /** For a usage parameter of this source; nothing may be null. */
    public UsageOutOfRangeFilter(NotificationSource notificationSource, String paramName, long lowValue, long highValue)
            throws NullPointerException, InvalidArgumentException {
        if (highValue < lowValue) {
            throw new InvalidArgumentException("The range from " + lowValue + " to " + highValue + " is empty");
        }
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.paramName = Objects.requireNonNull(paramName, "paramName");
        this.lowValue = lowValue;
        this.highValue = highValue;
    }

    @Override
    public boolean isNotificationEnabled(Notification notification) {
        return notification instanceof UsageNotification usage
                && notificationSource.equals(usage.getNotificationSource())
                && paramName.equals(usage.getUsageParameterName())
                && (usage.getValue() < lowValue || usage.getValue() > highValue);
    }
}
