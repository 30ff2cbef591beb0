package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.rmi.MarshalledObject;

/**
 * Writes and reads objects with vendor data. The data stands in the stream as bytes of its own, so that a reader
 * that does not want it needs none of its classes.
 */
public class VendorExtensionUtils {
    /** Writes the current object and, unless null, the vendor data. */
    public static void writeObject(ObjectOutputStream out, Object vendorData) throws IOException {
        out.defaultWriteObject();
        out.writeBoolean(vendorData != null);
        if (vendorData != null) {
            out.writeObject(new MarshalledObject<>(vendorData));
        }
    }

    /** Reads the current object and answers the vendor data; null if there is none or it is not wanted. */
    public static Object readObject(ObjectInputStream in, boolean vendorDataDeserializationEnabled)
            throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (!in.readBoolean()) {
            return null;
        }
        MarshalledObject<?> vendorData = (MarshalledObject<?>) in.readObject();
        return vendorDataDeserializationEnabled ? vendorData.get() : null;
    }
}
