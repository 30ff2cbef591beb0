package javax.slee.management;

import java.io.Serializable;

/**
 * What an alarm, trace message or usage figure comes from. Sources of one kind are ordered by their identity, sources
 * of different kinds by the names of their classes.
 */
public interface NotificationSource extends Comparable<Object>, Serializable {
    /** The JMX type of this source's alarms. */
    String getAlarmNotificationType();

    /** The JMX type of this source's trace messages, or null if it has none. */
    String getTraceNotificationType();

    /** The JMX type of this source's usage notifications, or null if it has none. */
    String getUsageNotificationType();

    /** Whether the other object is the same source. */
    @Override
    boolean equals(Object obj);

    @Override
    int hashCode();

    @Override
    String toString();

    /** Compares with another source of any kind. */
    @Override
    int compareTo(Object obj);
}
