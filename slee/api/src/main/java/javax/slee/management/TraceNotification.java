package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import javax.management.Notification;
import javax.slee.facilities.Level;
import javax.slee.facilities.TraceLevel;

/**
 * A trace message.
 */
@SuppressWarnings("deprecation")
public final class TraceNotification extends Notification implements VendorExtensions {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final NotificationSource notificationSource;
    private final String tracerName;

    @SuppressWarnings("serial")
    private final Object messageSource;

    private final Level level;
    private final TraceLevel traceLevel;
    private transient Throwable cause;
    private transient Object vendorData;

    /**
     * A message in terms of 1.0; only source and cause may be null.
     *
     * @deprecated use the constructor with a {@link NotificationSource}
     */
    @Deprecated
    public TraceNotification(
            TraceMBean traceMBean,
            String messageType,
            Object messageSource,
            Level traceLevel,
            String message,
            Throwable cause,
            long sequenceNumber,
            long timestamp)
            throws NullPointerException, IllegalArgumentException {
        super(
                TraceMBean.TRACE_NOTIFICATION_TYPE,
                Objects.requireNonNull(traceMBean, "traceMBean"),
                sequenceNumber,
                timestamp,
                Objects.requireNonNull(message, "message"));
        if (traceLevel.isOff()) {
            throw new IllegalArgumentException("A message cannot have the level off");
        }
        this.notificationSource = null;
        this.tracerName = Objects.requireNonNull(messageType, "messageType");
        this.messageSource = messageSource;
        this.level = traceLevel;
        this.traceLevel = null;
        this.cause = cause;
    }

    /** A message of this tracer; only the cause may be null. */
    public TraceNotification(
            String type,
            TraceMBean traceMBean,
            NotificationSource notificationSource,
            String tracerName,
            TraceLevel traceLevel,
            String message,
            Throwable cause,
            long sequenceNumber,
            long timestamp)
            throws NullPointerException, IllegalArgumentException {
        super(
                Objects.requireNonNull(type, "type"),
                Objects.requireNonNull(traceMBean, "traceMBean"),
                sequenceNumber,
                timestamp,
                Objects.requireNonNull(message, "message"));
        if (traceLevel.isOff()) {
            throw new IllegalArgumentException("A message cannot have the level off");
        }
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.tracerName = Objects.requireNonNull(tracerName, "tracerName");
        this.messageSource = notificationSource;
        this.level = Level.fromInt(traceLevel.toInt());
        this.traceLevel = traceLevel;
        this.cause = cause;
    }

    /** What the message comes from; null in terms of 1.0. */
    public NotificationSource getNotificationSource() {
        return notificationSource;
    }

    /**
     * The type of a message of 1.0, or the tracer's name.
     *
     * @deprecated use {@link #getTracerName()}
     */
    @Deprecated
    public String getMessageType() {
        return tracerName;
    }

    /** The tracer's name, or the type of a message of 1.0. */
    public String getTracerName() {
        return tracerName;
    }

    /**
     * What the message comes from.
     *
     * @deprecated use {@link #getNotificationSource()}
     */
    @Deprecated
    public Object getMessageSource() {
        return messageSource;
    }

    /**
     * The level in terms of 1.0.
     *
     * @deprecated use {@link #getTraceLevel()}
     */
    @Deprecated
    public Level getLevel() {
        return level;
    }

    /** The level; null in terms of 1.0. */
    public TraceLevel getTraceLevel() {
        return traceLevel;
    }

    /** The cause, or null. */
    public Throwable getCause() {
        return cause;
    }

    /** Writes the vendor's data of objects of this class, which must be serialisable. */
    public static void enableVendorDataSerialization() {
        vendorDataWritten = true;
    }

    /** Leaves the vendor's data out when objects are written, as by default. */
    public static void disableVendorDataSerialization() {
        vendorDataWritten = false;
    }

    /** Reads the vendor's data of objects of this class, whose classes must be known. */
    public static void enableVendorDataDeserialization() {
        vendorDataRead = true;
    }

    /** Leaves the vendor's data out when objects are read, as by default. */
    public static void disableVendorDataDeserialization() {
        vendorDataRead = false;
    }

    @Override
    public void setVendorData(Object vendorData) {
        this.vendorData = vendorData;
    }

    @Override
    public Object getVendorData() {
        return vendorData;
    }

    /** Whether the other object is the same message of the same source, at whatever time. */
    @Override
    public boolean equals(Object obj) {
        return obj instanceof TraceNotification other
                && tracerName.equals(other.tracerName)
                && Objects.equals(messageSource, other.messageSource)
                && level.equals(other.level)
                && Objects.equals(traceLevel, other.traceLevel)
                && getMessage().equals(other.getMessage());
    }

    @Override
    public int hashCode() {
        return getMessage().hashCode();
    }

    @Override
    public String toString() {
        return "TraceNotification[timestamp=" + getTimeStamp() + ",source=" + messageSource + ",tracer=" + tracerName
                + ",level=" + level + ",message=" + getMessage() + ",cause=" + cause
                + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
        VendorExtensionUtils.writeCause(out, cause);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
        cause = VendorExtensionUtils.readCause(in);
    }
}
