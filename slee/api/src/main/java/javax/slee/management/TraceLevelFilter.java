package javax.slee.management;

import javax.management.Notification;
import javax.management.NotificationFilter;
import javax.slee.facilities.Level;
import javax.slee.facilities.TraceLevel;

/**
 * Passes trace notifications of a level or a more severe one and nothing else.
 */
@SuppressWarnings("deprecation")
public class TraceLevelFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final Level oldLevel;
    private final TraceLevel minLevel;

    /**
     * Compares levels of 1.0.
     *
     * @deprecated use the constructor with a {@link TraceLevel}
     */
    @Deprecated
    public TraceLevelFilter(Level minLevel) {
        this.oldLevel = minLevel;
        this.minLevel = null;
    }

    /** Passes notifications of 1.1 of this level or a more severe one. */
    public TraceLevelFilter(TraceLevel minLevel) {
        this.oldLevel = null;
        this.minLevel = minLevel;
    }

    @Override
    public boolean isNotificationEnabled(Notification notification) {
        if (!(notification instanceof TraceNotification trace)) {
            return false;
        }
        if (oldLevel != null) {
            return !oldLevel.isHigherLevel(trace.getLevel());
        }
        return trace.getTraceLevel() != null && !minLevel.isHigherLevel(trace.getTraceLevel());
    }
}
