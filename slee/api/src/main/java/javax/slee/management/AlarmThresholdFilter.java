package javax.slee.management;

import java.io.Serializable;
import java.util.HashMap;
import javax.management.Notification;
import javax.management.NotificationFilter;

/**
 * Passes an alarm notification only after a number of equal ones within a time, and then begins anew. So it holds back
 * alarms that go away by themselves. Safe for concurrent use.
 */
public class AlarmThresholdFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final int threshold;
    private final long period;
    private final HashMap<Notification, Held> held = new HashMap<>();

    /** Holds {@code threshold} equal notifications of {@code period} milliseconds back and passes the next. */
    public AlarmThresholdFilter(int threshold, long period) {
        this.threshold = threshold;
        this.period = period;
    }

    @Override
    public boolean isNotificationEnabled(Notification notification) {
        if (!(notification instanceof AlarmNotification)) {
            return false;
        }
        synchronized (held) {
            long now = now();
            held.values().removeIf(first -> first.time() + period < now);
            Held before = held.getOrDefault(notification, new Held(now, 0));
            if (before.count() >= threshold) {
                held.remove(notification);
                return true;
            }
            held.put(notification, new Held(before.time(), before.count() + 1));
            return false;
        }
    }

    /** The time in milliseconds since 1970. */
    long now() {
        return System.currentTimeMillis();
    }

    /** How many equal notifications were held back, and when the first was. */
    private record Held(long time, int count) implements Serializable {}
}
