package javax.slee.management;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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

    /** Writes a cause, which may be null, and its stack trace as text for readers that do not know its class. */
    static void writeCause(ObjectOutputStream out, Throwable cause) throws IOException {
        out.writeBoolean(cause != null);
        if (cause != null) {
            out.writeObject(new MarshalledObject<>(cause));
            StringWriter stackTrace = new StringWriter();
            cause.printStackTrace(new PrintWriter(stackTrace, true));
            out.writeObject(stackTrace.toString());
        }
    }

    /** Reads a cause, or an exception with its stack trace as message if its class is not known here. */
    static Throwable readCause(ObjectInputStream in) throws IOException, ClassNotFoundException {
        if (!in.readBoolean()) {
            return null;
        }
        MarshalledObject<?> cause = (MarshalledObject<?>) in.readObject();
        String stackTrace = (String) in.readObject();
        try {
            return (Throwable) cause.get();
        } catch (ClassNotFoundException unknown) {
            return new Exception("The cause's class is not known here. Its stack trace was: " + stackTrace);
        }
    }
}
