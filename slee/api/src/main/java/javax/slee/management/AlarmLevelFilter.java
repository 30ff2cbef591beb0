package javax.slee.management;

import javax.management.Notification;
import javax.management.NotificationFilter;
import javax.slee.facilities.AlarmLevel;
import javax.slee.facilities.Level;

/**
 * Passes alarm notifications of a level or a more severe one and nothing else.
 */
@SuppressWarnings("deprecation")
public class AlarmLevelFilter implements NotificationFilter {
    private static final long serialVersionUID = 1L;

    private final Level oldLevel;
    private final AlarmLevel minLevel;

    /**
     * Compares levels of 1.0.
     *
     * @deprecated use the constructor with a {@link AlarmLevel}
     */
    @Deprecated
    public AlarmLevelFilter(Level minLevel) {
        this.oldLevel = minLevel;
        this.minLevel = null;
    }

    /** Passes notifications of 1.1 of this level or a more severe one. */
    public AlarmLevelFilter(AlarmLevel minLevel) {
        this.oldLevel = null;
        this.minLevel = minLevel;
    }

    @Override
    public boolean isNotificationEnabled(Notification notification) {
        if (!(notification instanceof AlarmNotification alarm)) {
            return false;
        }
        if (oldLevel != null) {
            return !oldLevel.isHigherLevel(alarm.getLevel());
        }
        return alarm.getAlarmLevel() != null && !minLevel.isHigherLevel(alarm.getAlarmLevel());
    }
}
