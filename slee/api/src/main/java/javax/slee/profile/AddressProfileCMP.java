package javax.slee.profile;

import javax.slee.Address;

/**
 * Addresses that a service is for: the standard address profile of 1.0.
 */
public interface AddressProfileCMP {
    /** The addresses; none occurs in two profiles of a table. */
    Address[] getAddresses();

    /** Sets the addresses. */
    void setAddresses(Address[] addresses);
}
