package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import javax.management.Notification;

/**
 * The SLEE changed its state. Emitted after the change.
 */
public final class SleeStateChangeNotification extends Notification implements VendorExtensions {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final SleeState newState;
    private final SleeState oldState;
    private transient Object vendorData;

    /** Tells of a change at the present time; nothing may be null. */
    public SleeStateChangeNotification(
            SleeManagementMBean sleeManagementMBean, SleeState newState, SleeState oldState, long sequenceNumber)
            throws NullPointerException {
        super(
                SleeManagementMBean.SLEE_STATE_CHANGE_NOTIFICATION_TYPE,
                Objects.requireNonNull(sleeManagementMBean, "sleeManagementMBean"),
                sequenceNumber,
                System.currentTimeMillis(),
                "SLEE state" + " changed from " + oldState + " to " + newState);
        this.newState = Objects.requireNonNull(newState, "newState");
        this.oldState = Objects.requireNonNull(oldState, "oldState");
    }

    /** The state now. */
    public SleeState getNewState() {
        return newState;
    }

    /** The state before. */
    public SleeState getOldState() {
        return oldState;
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
    public String toString() {
        return "SleeStateChangeNotification[timestamp=" + getTimeStamp() + ",old state=" + oldState + ",new state="
                + newState + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
    }
}
