package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import javax.management.Notification;

/**
 * A resource adaptor entity changed its state. Emitted after the change.
 */
public final class ResourceAdaptorEntityStateChangeNotification extends Notification implements VendorExtensions {
    private static final long serialVersionUID = 1L;

    private static volatile boolean vendorDataWritten;
    private static volatile boolean vendorDataRead;

    private final String entityName;
    private final ResourceAdaptorEntityState newState;
    private final ResourceAdaptorEntityState oldState;
    private transient Object vendorData;

    /** Tells of a change at the present time; nothing may be null. */
    public ResourceAdaptorEntityStateChangeNotification(
            ResourceManagementMBean resourceManagementMBean,
            String entityName,
            ResourceAdaptorEntityState newState,
            ResourceAdaptorEntityState oldState,
            long sequenceNumber)
            throws NullPointerException {
        super(
                ResourceManagementMBean.RESOURCE_ADAPTOR_ENTITY_STATE_CHANGE_NOTIFICATION_TYPE,
                Objects.requireNonNull(resourceManagementMBean, "resourceManagementMBean"),
                sequenceNumber,
                System.currentTimeMillis(),
                "State of resource adaptor entity " + entityName + " changed from " + oldState + " to " + newState);
        this.entityName = Objects.requireNonNull(entityName, "entityName");
        this.newState = Objects.requireNonNull(newState, "newState");
        this.oldState = Objects.requireNonNull(oldState, "oldState");
    }

    /** The entity's name. */
    public String getEntityName() {
        return entityName;
    }

    /** The state now. */
    public ResourceAdaptorEntityState getNewState() {
        return newState;
    }

    /** The state before. */
    public ResourceAdaptorEntityState getOldState() {
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
        return "ResourceAdaptorEntityStateChangeNotification[timestamp=" + getTimeStamp() + ",entity=" + entityName
                + ",old state=" + oldState + ",new state=" + newState
                + (vendorData == null ? "" : ",vendor data=" + vendorData) + "]";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        VendorExtensionUtils.writeObject(out, vendorDataWritten ? vendorData : null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        vendorData = VendorExtensionUtils.readObject(in, vendorDataRead);
    }
}
