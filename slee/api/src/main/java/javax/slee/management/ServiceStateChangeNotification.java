package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import javax.management.Notification;
import javax.slee.ServiceID;

/**
 * A service changed its state. Emitted after the change.
 */
public final class ServiceStateChangeNotification extends Notification implements VendorExtensions {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final ServiceID service;
    private final ServiceState newState;
    private final ServiceState oldState;
    private transient Object vendorData;

    /** Tells of a change at the present time; nothing may be null. */
    public ServiceStateChangeNotification(
            ServiceManagementMBean serviceManagementMBean,
            ServiceID service,
            ServiceState newState,
            ServiceState oldState,
            long sequenceNumber)
            throws NullPointerException {
        super(
                ServiceManagementMBean.SERVICE_STATE_CHANGE_NOTIFICATION_TYPE,
                Objects.requireNonNull(serviceManagementMBean, "serviceManagementMBean"),
                sequenceNumber,
                System.currentTimeMillis(),
                "State of " + service + " changed from " + oldState + " to " + newState);
        this.service = Objects.requireNonNull(service, "service");
        this.newState = Objects.requireNonNull(newState, "newState");
        this.oldState = Objects.requireNonNull(oldState, "oldState");
    }

    /** The service. */
    public ServiceID getService() {
        return service;
    }

    /** The state now. */
    public ServiceState getNewState() {
        return newState;
    }

    /** The state before. */
    public ServiceState getOldState() {
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
        return "ServiceStateChangeNotification[timestamp=" + getTimeStamp() + ",service=" + service + ",old state="
                + oldState + ",new state=" + newState + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
    }
}
