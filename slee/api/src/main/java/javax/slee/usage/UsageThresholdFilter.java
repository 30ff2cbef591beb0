package javax.slee.usage;

import java.util.Objects;
import javax.management.Notification;
import javax.management.NotificationFilter;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.NotificationSource;
import javax.slee.management.SbbNotification;

/**
 * Passes notifications of one usage parameter whose value has got to the other side of a threshold. The value before
 * the first notification counts as 0. Nothing else passes.
 */
public class UsageThresholdFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final NotificationSource notificationSource;
    private final String paramName;
    private final long threshold;
    private long previous;
    private int direction;

    /**
     * For a usage parameter of an SBB.
     *
     * @deprecated use the constructor with a {@link NotificationSource}
     */
    @Deprecated
    public UsageThresholdFilter(ServiceID service, SbbID sbb, String paramName, long threshold)
            throws NullPointerException {
        this(new SbbNotification(service, sbb), paramName, threshold);
    }

    /** For a usage parameter of this source; nothing may be null. */
    public UsageThresholdFilter(NotificationSource notificationSource, String paramName, long threshold)
            throws NullPointerException {
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.paramName = Objects.requireNonNull(paramName, "paramName");
        this.threshold = threshold;
    }

    @Override
    public synchronized boolean isNotificationEnabled(Notification notification) {
        return notification instanceof UsageNotification usage
                && notificationSource.equals(usage.getNotificationSource())
                && paramName.equals(usage.getUsageParameterName())
                && crosses(usage.getValue());
    }

    private boolean crosses(long current) {
        int side = Long.compare(current, threshold);
        int sideBefore = Long.compare(previous, threshold);
        // from the threshold itself only the way on counts, not the way back
        boolean crossed = side != 0 && side != sideBefore && (sideBefore != 0 || side == direction);
        if (current != previous) {
            direction = Long.compare(current, previous);
            previous = current;
        }
        return crossed;
    }
}
