package javax.slee.management;

import javax.slee.ComponentID;
import javax.slee.InvalidArgumentException;
import javax.slee.UnrecognizedComponentException;
import javax.slee.facilities.Level;
import javax.slee.facilities.TraceLevel;

/**
 * Management of tracers. Emits a {@link TraceNotification} for each message that passes the level of its tracer.
 */
@SuppressWarnings("deprecation")
public interface TraceMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=Trace";

    /**
     * The JMX type of messages of 1.0.
     *
     * @deprecated each {@link NotificationSource} has a type of its own
     */
    @Deprecated
    String TRACE_NOTIFICATION_TYPE = "javax.slee.management.trace";

    /**
     * Sets the level of a component of 1.0.
     *
     * @deprecated use {@link #setTraceLevel(NotificationSource, String, TraceLevel)}
     */
    @Deprecated
    void setTraceLevel(ComponentID id, Level traceLevel)
            throws NullPointerException, UnrecognizedComponentException, ManagementException;

    /**
     * The level of a component of 1.0.
     *
     * @deprecated use {@link #getTraceLevel(NotificationSource, String)}
     */
    @Deprecated
    Level getTraceLevel(ComponentID id)
            throws NullPointerException, UnrecognizedComponentException, ManagementException;

    /** Sets the level of a tracer and of those below it that have none of their own. */
    void setTraceLevel(NotificationSource notificationSource, String tracerName, TraceLevel level)
            throws NullPointerException, UnrecognizedNotificationSourceException, InvalidArgumentException,
                    ManagementException;

    /** Lets a tracer, except the root, take its level from the one above. */
    void unsetTraceLevel(NotificationSource notificationSource, String tracerName)
            throws NullPointerException, UnrecognizedNotificationSourceException, InvalidArgumentException,
                    ManagementException;

    /** The level of a tracer, its own or the one it takes from above. */
    TraceLevel getTraceLevel(NotificationSource notificationSource, String tracerName)
            throws NullPointerException, UnrecognizedNotificationSourceException, InvalidArgumentException,
                    ManagementException;

    /** The names of the tracers that a source has asked for. */
    String[] getTracersUsed(NotificationSource notificationSource)
            throws NullPointerException, UnrecognizedNotificationSourceException, ManagementException;

    /** The names of the tracers whose level was set. */
    String[] getTracersSet(NotificationSource notificationSource)
            throws NullPointerException, UnrecognizedNotificationSourceException, ManagementException;
}
