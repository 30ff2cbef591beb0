package javax.slee;

import java.io.Serializable;
import java.util.Objects;

/**
 * An address of some numbering plan, such as a SIP URI or an E.164 number. Immutable. Two addresses are equal if plan
 * and string are; presentation, screening, sub-address and name do not count.
 */
public class Address implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AddressPlan addressPlan;
    private final String addressString;
    private final AddressPresentation addressPresentation;
    private final AddressScreening addressScreening;
    private final String subAddressString;
    private final String addressName;

    /** Creates an address without the optional parts. */
    public Address(AddressPlan addressPlan, String addressString) {
        this(addressPlan, addressString, null, null, null, null);
    }

    /** Creates an address; all but plan and string may be null, and the string is not empty. */
    public Address(
            AddressPlan addressPlan,
            String addressString,
            AddressPresentation addressPresentation,
            AddressScreening addressScreening,
            String subAddressString,
            String addressName) {
        this.addressPlan = Objects.requireNonNull(addressPlan, "addressPlan");
        this.addressString = Objects.requireNonNull(addressString, "addressString");
        if (addressString.isEmpty()) {
            throw new IllegalArgumentException("An address string cannot be empty");
        }
        this.addressPresentation = addressPresentation;
        this.addressScreening = addressScreening;
        this.subAddressString = subAddressString;
        this.addressName = addressName;
    }

    /** The plan, never null. */
    public AddressPlan getAddressPlan() {
        return addressPlan;
    }

    /** The address string, never empty. */
    public String getAddressString() {
        return addressString;
    }

    /** Whether the address may be shown to others, or null. */
    public AddressPresentation getAddressPresentation() {
        return addressPresentation;
    }

    /** Whether the address has been verified, or null. */
    public AddressScreening getAddressScreening() {
        return addressScreening;
    }

    /** The sub-address, or null. */
    public String getSubAddressString() {
        return subAddressString;
    }

    /** The name that belongs to the address, or null. */
    public String getAddressName() {
        return addressName;
    }

    @Override
    public boolean equals(Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof Address)) {
            return false;
        }
        Address that = (Address) obj;
        return addressPlan.equals(that.addressPlan) && addressString.equals(that.addressString);
    }

    @Override
    public int hashCode() {
        return 31 * addressString.hashCode() + addressPlan.hashCode();
    }

    /** Plan and string, as in {@code SIP: sip:alice@example.com}. */
    @Override
    public String toString() {
        return addressPlan + ": " + addressString;
    }
}
