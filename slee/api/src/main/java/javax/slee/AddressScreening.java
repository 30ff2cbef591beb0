package javax.slee;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * Whether an address given by a user has been verified. One object per value, also after serialisation.
 */
public final class AddressScreening implements Serializable {
    /** The integer form of {@link #UNDEFINED}. */
    public static final int ADDRESS_SCREENING_UNDEFINED = 0;

    /** The integer form of {@link #USER_NOT_VERIFIED}. */
    public static final int ADDRESS_SCREENING_USER_NOT_VERIFIED = 1;

    /** The integer form of {@link #USER_VERIFIED_PASSED}. */
    public static final int ADDRESS_SCREENING_USER_VERIFIED_PASSED = 2;

    /** The integer form of {@link #USER_VERIFIED_FAILED}. */
    public static final int ADDRESS_SCREENING_USER_VERIFIED_FAILED = 3;

    /** The integer form of {@link #NETWORK}. */
    public static final int ADDRESS_SCREENING_NETWORK = 4;

    /** The text form of {@link #UNDEFINED}. */
    public static final String UNDEFINED_STRING = "Undefined";

    /** The text form of {@link #USER_NOT_VERIFIED}. */
    public static final String USER_NOT_VERIFIED_STRING = "Not Verified";

    /** The text form of {@link #USER_VERIFIED_PASSED}. */
    public static final String USER_VERIFIED_PASSED_STRING = "User Verified Passed";

    /** The text form of {@link #USER_VERIFIED_FAILED}. */
    public static final String USER_VERIFIED_FAILED_STRING = "User Verified Failed";

    /** The text form of {@link #NETWORK}. */
    public static final String NETWORK_STRING = "Network";

    /** Nothing is said about it. */
    public static final AddressScreening UNDEFINED =
            new AddressScreening(ADDRESS_SCREENING_UNDEFINED, UNDEFINED_STRING);

    /** Given by the user and not verified. */
    public static final AddressScreening USER_NOT_VERIFIED =
            new AddressScreening(ADDRESS_SCREENING_USER_NOT_VERIFIED, USER_NOT_VERIFIED_STRING);

    /** Given by the user and found right. */
    public static final AddressScreening USER_VERIFIED_PASSED =
            new AddressScreening(ADDRESS_SCREENING_USER_VERIFIED_PASSED, USER_VERIFIED_PASSED_STRING);

    /** Given by the user and found wrong. */
    public static final AddressScreening USER_VERIFIED_FAILED =
            new AddressScreening(ADDRESS_SCREENING_USER_VERIFIED_FAILED, USER_VERIFIED_FAILED_STRING);

    /** Given by the network. */
    public static final AddressScreening NETWORK = new AddressScreening(ADDRESS_SCREENING_NETWORK, NETWORK_STRING);

    private static final long serialVersionUID = 1L;

    private static final AddressScreening[] VALUES = {
        UNDEFINED, USER_NOT_VERIFIED, USER_VERIFIED_PASSED, USER_VERIFIED_FAILED, NETWORK
    };

    private final int value;
    private final transient String text;

    private AddressScreening(int value, String text) {
        this.value = value;
        this.text = text;
    }

    /** The value with this integer form. */
    public static AddressScreening fromInt(int value) throws IllegalArgumentException {
        for (AddressScreening candidate : VALUES) {
            if (candidate.value == value) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AddressScreening has the number " + value);
    }

    /** The value with this text form, in upper or lower case. An instance method, as in the published API. */
    public AddressScreening fromString(String value) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(value, "value");
        for (AddressScreening candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(value)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AddressScreening is called " + value);
    }

    /** The integer form. */
    public int toInt() {
        return value;
    }

    /** Whether this is {@link #UNDEFINED}. */
    public boolean isUndefined() {
        return value == ADDRESS_SCREENING_UNDEFINED;
    }

    /** Whether this is {@link #USER_NOT_VERIFIED}. */
    public boolean isUserNotVerified() {
        return value == ADDRESS_SCREENING_USER_NOT_VERIFIED;
    }

    /** Whether this is {@link #USER_VERIFIED_PASSED}. */
    public boolean isUserVerifiedPassed() {
        return value == ADDRESS_SCREENING_USER_VERIFIED_PASSED;
    }

    /** Whether this is {@link #USER_VERIFIED_FAILED}. */
    public boolean isUserVerifiedFailed() {
        return value == ADDRESS_SCREENING_USER_VERIFIED_FAILED;
    }

    /** Whether this is {@link #NETWORK}. */
    public boolean isNetwork() {
        return value == ADDRESS_SCREENING_NETWORK;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof AddressScreening && ((AddressScreening) obj).value == value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Keeps one object per value across serialisation. */
    private Object readResolve() throws StreamCorruptedException {
        try {
            return fromInt(value);
        } catch (IllegalArgumentException unknown) {
            throw new StreamCorruptedException(unknown.getMessage());
        }
    }
}
