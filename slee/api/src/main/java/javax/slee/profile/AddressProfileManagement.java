package javax.slee.profile;

import javax.slee.Address;

/**
 * The management interface of the standard address profile of 1.1.
 */
public interface AddressProfileManagement {
    /** The address, unique in a table. */
    Address getAddress();

    /** Sets the address. */
    void setAddress(Address address);
}
