package javax.slee.profile;

import javax.slee.Address;

/**
 * An address that a service is for: the standard address profile of 1.1.
 */
public interface AddressProfile11CMP {
    /** The address, unique in a table. */
    Address getAddress();

    /** Sets the address. */
    void setAddress(Address address);
}
