package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;
import javax.slee.facilities.AlarmLevel;

/**
 * Describes an active alarm. Equal if source, type and instance are; ordered by identifier.
 */
public final class Alarm implements VendorExtensions, Serializable, Comparable<Object> {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final String alarmID;
    private final NotificationSource notificationSource;
    private final String alarmType;
    private final String instanceID;
    private final AlarmLevel level;
    private final String message;
    private final long timestamp;
    private transient Throwable cause;
    private transient Object vendorData;

    /** Describes an alarm raised at this time in milliseconds since 1970; only the cause may be null. */
    public Alarm(
            String alarmID,
            NotificationSource notificationSource,
            String alarmType,
            String instanceID,
            AlarmLevel level,
            String message,
            Throwable cause,
            long timestamp)
            throws NullPointerException {
        this.alarmID = Objects.requireNonNull(alarmID, "alarmID");
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.alarmType = Objects.requireNonNull(alarmType, "alarmType");
        this.instanceID = Objects.requireNonNull(instanceID, "instanceID");
        this.level = Objects.requireNonNull(level, "level");
        this.message = Objects.requireNonNull(message, "message");
        this.cause = cause;
        this.timestamp = timestamp;
    }

    /** The identifier, unique in the SLEE. */
    public String getAlarmID() {
        return alarmID;
    }

    /** What raised the alarm. */
    public NotificationSource getNotificationSource() {
        return notificationSource;
    }

    /** What kind of condition it is, in the source's terms. */
    public String getAlarmType() {
        return alarmType;
    }

    /** Which instance of the condition it is, in the source's terms. */
    public String getInstanceID() {
        return instanceID;
    }

    /** How severe the condition is. */
    public AlarmLevel getAlarmLevel() {
        return level;
    }

    /** The message. */
    public String getMessage() {
        return message;
    }

    /** The cause, or null. */
    public Throwable getCause() {
        return cause;
    }

    /** When the alarm was raised, in milliseconds since 1970. */
    public long getTimestamp() {
        return timestamp;
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

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Alarm other
                && notificationSource.equals(other.notificationSource)
                && alarmType.equals(other.alarmType)
                && instanceID.equals(other.instanceID);
    }

    @Override
    public int hashCode() {
        return notificationSource.hashCode() ^ alarmType.hashCode() ^ instanceID.hashCode();
    }

    @Override
    public int compareTo(Object obj) {
        return alarmID.compareTo(((Alarm) obj).alarmID);
    }

    @Override
    public String toString() {
        return "Alarm[id=" + alarmID + ",source=" + notificationSource + ",type=" + alarmType + ",instance="
                + instanceID + ",level=" + level + ",message=" + message + ",cause=" + cause + ",timestamp="
                + timestamp + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
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
