package javax.slee.management;

/**
 * An object that may carry data of the SLEE's vendor to management clients. Whether the data is part of the
 * serialised form is decided per class, by its static methods; by default it is not.
 */
public interface VendorExtensions {
    /** Sets the vendor's data, which may be null. */
    void setVendorData(Object vendorData);

    /** The vendor's data, or null. */
    Object getVendorData();
}
