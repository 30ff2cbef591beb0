package javax.slee.usage;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import javax.management.Notification;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.NotificationSource;
import javax.slee.management.SbbNotification;
import javax.slee.management.VendorExtensionUtils;
import javax.slee.management.VendorExtensions;

/**
 * A counter was changed or a sample taken.
 */
@SuppressWarnings("deprecation")
public final class UsageNotification extends Notification implements VendorExtensions {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final boolean old;
    private final NotificationSource notificationSource;
    private final String paramSet;
    private final String paramName;
    private final boolean counter;
    private final long value;
    private transient Object vendorData;

    /**
     * The usage of an SBB in terms of 1.0; only the set's name may be null.
     *
     * @deprecated use the constructor with a {@link NotificationSource}
     */
    @Deprecated
    public UsageNotification(
            SbbUsageMBean sbbUsageMBean,
            ServiceID serviceID,
            SbbID sbbID,
            String paramSet,
            String paramName,
            boolean counter,
            long value,
            long sequenceNumber,
            long timestamp)
            throws NullPointerException {
        super(
                SbbUsageMBean.USAGE_NOTIFICATION_TYPE,
                Objects.requireNonNull(sbbUsageMBean, "sbbUsageMBean"),
                sequenceNumber,
                timestamp,
                text(paramSet, paramName));
        this.old = true;
        this.notificationSource = new SbbNotification(serviceID, sbbID);
        this.paramSet = paramSet;
        this.paramName = Objects.requireNonNull(paramName, "paramName");
        this.counter = counter;
        this.value = value;
    }

    /** The value of a counter, or a sample; only the set's name may be null. */
    public UsageNotification(
            String type,
            UsageMBean usageMBean,
            NotificationSource notificationSource,
            String paramSet,
            String paramName,
            boolean counter,
            long value,
            long sequenceNumber,
            long timestamp)
            throws NullPointerException {
        super(
                Objects.requireNonNull(type, "type"),
                Objects.requireNonNull(usageMBean, "usageMBean"),
                sequenceNumber,
                timestamp,
                text(paramSet, paramName) + " for " + notificationSource);
        this.old = false;
        this.notificationSource = Objects.requireNonNull(notificationSource, "notificationSource");
        this.paramSet = paramSet;
        this.paramName = Objects.requireNonNull(paramName, "paramName");
        this.counter = counter;
        this.value = value;
    }

    private static String text(String paramSet, String paramName) {
        return "Usage parameter " + paramName + " updated" + (paramSet == null ? "" : " in parameter set " + paramSet);
    }

    /** What the usage parameter belongs to. */
    public NotificationSource getNotificationSource() {
        return notificationSource;
    }

    /**
     * The service, or null if the source is not an SBB.
     *
     * @deprecated use {@link #getNotificationSource()}
     */
    @Deprecated
    public ServiceID getService() {
        return notificationSource instanceof SbbNotification source ? source.getService() : null;
    }

    /**
     * The SBB, or null if the source is not one.
     *
     * @deprecated use {@link #getNotificationSource()}
     */
    @Deprecated
    public SbbID getSbb() {
        return notificationSource instanceof SbbNotification source ? source.getSbb() : null;
    }

    /** The name of the usage parameter set, or null for the unnamed set. */
    public String getUsageParameterSetName() {
        return paramSet;
    }

    /** The name of the usage parameter. */
    public String getUsageParameterName() {
        return paramName;
    }

    /** Whether the usage parameter is a counter; otherwise it takes samples. */
    public boolean isCounter() {
        return counter;
    }

    /** The counter's new value, or the sample. */
    public long getValue() {
        return value;
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

    /** Whether the other object is of the same usage parameter, whatever its value. */
    @Override
    public boolean equals(Object obj) {
        return obj instanceof UsageNotification other
                && old == other.old
                && notificationSource.equals(other.notificationSource)
                && Objects.equals(paramSet, other.paramSet)
                && paramName.equals(other.paramName)
                && counter == other.counter;
    }

    @Override
    public int hashCode() {
        return paramName.hashCode();
    }

    @Override
    public String toString() {
        return "UsageNotification[timestamp=" + getTimeStamp() + ",source=" + notificationSource + ",set=" + paramSet
                + ",parameter=" + paramName + ",counter=" + counter + ",value=" + value
                + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
    }
}
