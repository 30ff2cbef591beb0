package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.facility.Tracers;
import io.zongji.slee.container.facility.Tracing;
import javax.slee.ComponentID;
import javax.slee.InvalidArgumentException;
import javax.slee.UnrecognizedComponentException;
import javax.slee.facilities.Level;
import javax.slee.facilities.TraceLevel;
import javax.slee.management.NotificationSource;
import javax.slee.management.ProfileTableNotification;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.SbbNotification;
import javax.slee.management.TraceMBean;
import javax.slee.management.TraceNotification;
import javax.slee.management.UnrecognizedNotificationSourceException;

/** The tracers of SBBs, RA entities and profile tables. A message that passes is heard here as it is logged. */
@SuppressWarnings("deprecation")
final class TraceManagement extends NotifyingBean implements TraceMBean, Tracing.Listener {
    private final Tracing tracing;

    TraceManagement(Tracing tracing, OperationListener listener) {
        super(
                listener,
                TraceMBean.class,
                TraceNotification.class,
                TRACE_NOTIFICATION_TYPE,
                SbbNotification.TRACE_NOTIFICATION_TYPE,
                ResourceAdaptorEntityNotification.TRACE_NOTIFICATION_TYPE,
                ProfileTableNotification.TRACE_NOTIFICATION_TYPE);
        this.tracing = tracing;
    }

    @Override
    public void traced(NotificationSource source, String tracer, TraceLevel level, String message, Throwable cause) {
        sendNotification(new TraceNotification(
                source.getTraceNotificationType(),
                this,
                source,
                tracer,
                level,
                message,
                cause,
                nextNumber(),
                System.currentTimeMillis()));
    }

    @Override
    public void traced(ComponentID source, String type, Level level, String message, Throwable cause, long timestamp) {
        sendNotification(new TraceNotification(this, type, source, level, message, cause, nextNumber(), timestamp));
    }

    @Override
    public void setTraceLevel(ComponentID id, Level traceLevel) throws UnrecognizedComponentException {
        tracing.setTraceLevel(id, requireNonNull(traceLevel, "traceLevel"));
    }

    @Override
    public Level getTraceLevel(ComponentID id) throws UnrecognizedComponentException {
        return tracing.getTraceLevel(id);
    }

    @Override
    public void setTraceLevel(NotificationSource notificationSource, String tracerName, TraceLevel level)
            throws UnrecognizedNotificationSourceException, InvalidArgumentException {
        requireNonNull(level, "level");
        tracers(notificationSource, tracerName).set(tracerName, level);
    }

    @Override
    public void unsetTraceLevel(NotificationSource notificationSource, String tracerName)
            throws UnrecognizedNotificationSourceException, InvalidArgumentException {
        Tracers tracers = tracers(notificationSource, tracerName);
        if (tracerName.isEmpty()) {
            throw new InvalidArgumentException("The root tracer has nothing above it");
        }
        tracers.unset(tracerName);
    }

    @Override
    public TraceLevel getTraceLevel(NotificationSource notificationSource, String tracerName)
            throws UnrecognizedNotificationSourceException, InvalidArgumentException {
        return tracers(notificationSource, tracerName).level(tracerName);
    }

    @Override
    public String[] getTracersUsed(NotificationSource notificationSource)
            throws UnrecognizedNotificationSourceException {
        return tracers(notificationSource).used().toArray(String[]::new);
    }

    @Override
    public String[] getTracersSet(NotificationSource notificationSource)
            throws UnrecognizedNotificationSourceException {
        return tracers(notificationSource).withLevel().toArray(String[]::new);
    }

    private Tracers tracers(NotificationSource source, String tracerName)
            throws UnrecognizedNotificationSourceException, InvalidArgumentException {
        requireNonNull(tracerName, "tracerName");
        Tracers tracers = tracers(source);
        if (!Tracers.isName(tracerName)) {
            throw new InvalidArgumentException("A tracer name has no empty parts: " + tracerName);
        }
        return tracers;
    }

    private Tracers tracers(NotificationSource source) throws UnrecognizedNotificationSourceException {
        return tracing.find(requireNonNull(source, "notificationSource"))
                .orElseThrow(() -> new UnrecognizedNotificationSourceException(source.toString()));
    }
}
