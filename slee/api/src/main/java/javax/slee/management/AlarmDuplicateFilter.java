package javax.slee.management;

import java.util.HashMap;
import javax.management.Notification;
import javax.management.NotificationFilter;

/**
 * Passes the first of equal alarm notifications within a time and nothing else. Safe for concurrent use.
 */
public class AlarmDuplicateFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final long period;
    private final HashMap<Notification, Long> passed = new HashMap<>();

    /** Holds notifications back that equal one of the last {@code period} milliseconds. */
    public AlarmDuplicateFilter(long period) {
        this.period = period;
    }

    @Override
    public boolean isNotificationEnabled(Notification notification) {
        if (!(notification instanceof AlarmNotification)) {
            return false;
        }
        synchronized (passed) {
            long now = now();
            passed.values().removeIf(time -> time + period < now);
            return passed.putIfAbsent(notification, now) == null;
        }
    }

    /** The time in milliseconds since 1970. */
    long now() {
        return System.currentTimeMillis();
    }
}
