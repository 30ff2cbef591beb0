package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import javax.management.Notification;
import javax.slee.facilities.AlarmLevel;
import javax.slee.facilities.Level;

/**
 * An alarm was raised or cleared.
 */
@SuppressWarnings("deprecation")
public final class AlarmNotification extends Notification implements VendorExtensions {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final String alarmID;
    private final NotificationSource notificationSource;
    private final String alarmType;

    @SuppressWarnings("serial")
    private final Object alarmSource;

    private final String instanceID;
    private final Level level;
    private final AlarmLevel alarmLevel;
    private transient Throwable cause;
    private transient Object vendorData;

    /**
     * An alarm in terms of 1.0; only source and cause may be null.
     *
     * @deprecated use the constructor with a {@link NotificationSource}
     */
    @Deprecated
    public AlarmNotification(
            AlarmMBean alarmMBean,
            String alarmType,
            Object alarmSource,
            Level alarmLevel,
            String message,
            Throwable cause,
            long sequenceNumber,
            long timestamp)
            throws NullPointerException, IllegalArgumentException {
        super(
                AlarmMBean.ALARM_NOTIFICATION_TYPE,
                Objects.requireNonNull(alarmMBean, "alarmMBean"),
                sequenceNumber,
                timestamp,
                Objects.requireNonNull(message, "message"));
        if (alarmLevel.isOff()) {
            throw new IllegalArgumentException("An alarm cannot have the level off");
        }
        this.alarmID = null;
        this.notificationSource = null;
        this.alarmType = Objects.requireNonNull(alarmType, "alarmType");
        this.alarmSource = alarmSource;
        this.instanceID = null;
        this.level = alarmLevel;
        this.alarmLevel = null;
        this.cause = cause;
    }

    /** An alarm, with level {@link AlarmLevel#CLEAR} if it is over; only the cause may be null. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public AlarmNotification(
            String type,
            AlarmMBean alarmMBean,
            String alarmID,
            NotificationSource notificationSource,
            String alarmType,
            String instanceID,
            AlarmLevel alarmLevel,
            String message,
            Throwable cause,
            long sequenceNumber,
            long timestamp)
            throws NullPointerException {
        super(
                Objects.requireNonNull(type, "type"),
                Objects.requireNonNull(alarmMBean, "alarmMBean"),
                sequenceNumber,
                timestamp,
                Objects.requireNonNull(message, "message"));
        this.alarmID = Objects.requireNonNull(alarmID, "alarmID");
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.alarmType = Objects.requireNonNull(alarmType, "alarmType");
        this.alarmSource = notificationSource;
        this.instanceID = Objects.requireNonNull(instanceID, "instanceID");
        this.level = Level.INFO;
        this.alarmLevel = Objects.requireNonNull(alarmLevel, "alarmLevel");
        this.cause = cause;
    }

    /** The alarm's identifier; null in terms of 1.0. */
    public String getAlarmID() {
        return alarmID;
    }

    /** What raised the alarm; null in terms of 1.0. */
    public NotificationSource getNotificationSource() {
        return notificationSource;
    }

    /** What kind of condition it is, in the source's terms. */
    public String getAlarmType() {
        return alarmType;
    }

    /**
     * What raised the alarm.
     *
     * @deprecated use {@link #getNotificationSource()}
     */
    @Deprecated
    public Object getAlarmSource() {
        return alarmSource;
    }

    /** Which instance of the condition it is; null in terms of 1.0. */
    public String getInstanceID() {
        return instanceID;
    }

    /**
     * The level in terms of 1.0; {@link Level#INFO} for alarms of 1.1.
     *
     * @deprecated use {@link #getAlarmLevel()}
     */
    @Deprecated
    public Level getLevel() {
        return level;
    }

    /** The level; null in terms of 1.0. */
    public AlarmLevel getAlarmLevel() {
        return alarmLevel;
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

    /** Whether the other object tells the same of the same alarm, at whatever time. */
    @Override
    public boolean equals(Object obj) {
        return obj instanceof AlarmNotification other
                && Objects.equals(alarmID, other.alarmID)
                && Objects.equals(alarmSource, other.alarmSource)
                && alarmType.equals(other.alarmType)
                && Objects.equals(instanceID, other.instanceID)
                && level.equals(other.level)
                && Objects.equals(alarmLevel, other.alarmLevel)
                && getMessage().equals(other.getMessage());
    }

    @Override
    public int hashCode() {
        return getMessage().hashCode();
    }

    @Override
    public String toString() {
        return "AlarmNotification[timestamp=" + getTimeStamp() + ",id=" + alarmID + ",source=" + alarmSource
                + ",type=" + alarmType + ",instance=" + instanceID + ",level="
                + (alarmLevel == null ? level : alarmLevel) + ",message=" + getMessage() + ",cause=" + cause
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
