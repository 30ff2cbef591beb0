package javax.slee;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * Whether an address may be shown to the other parties of a call. One object per value, also after serialisation.
 */
public final class AddressPresentation implements Serializable {
    /** The integer form of {@link #UNDEFINED}. */
    public static final int ADDRESS_PRESENTATION_UNDEFINED = 0;

    /** The integer form of {@link #ALLOWED}. */
    public static final int ADDRESS_PRESENTATION_ALLOWED = 1;

    /** The integer form of {@link #RESTRICTED}. */
    public static final int ADDRESS_PRESENTATION_RESTRICTED = 2;

    /** The integer form of {@link #ADDRESS_NOT_AVAILABLE}. */
    public static final int ADDRESS_PRESENTATION_ADDRESS_NOT_AVAILABLE = 3;

    /** The text form of {@link #UNDEFINED}. */
    public static final String UNDEFINED_STRING = "Undefined";

    /** The text form of {@link #ALLOWED}. */
    public static final String ALLOWED_STRING = "Allowed";

    /** The text form of {@link #RESTRICTED}. */
    public static final String RESTRICTED_STRING = "Restricted";

    /** The text form of {@link #ADDRESS_NOT_AVAILABLE}. */
    public static final String ADDRESS_NOT_AVAILABLE_STRING = "Address Not Available";

    /** Nothing is said about it. */
    public static final AddressPresentation UNDEFINED =
            new AddressPresentation(ADDRESS_PRESENTATION_UNDEFINED, UNDEFINED_STRING);

    /** The address may be shown. */
    public static final AddressPresentation ALLOWED =
            new AddressPresentation(ADDRESS_PRESENTATION_ALLOWED, ALLOWED_STRING);

    /** The address may not be shown. */
    public static final AddressPresentation RESTRICTED =
            new AddressPresentation(ADDRESS_PRESENTATION_RESTRICTED, RESTRICTED_STRING);

    /** There is no address to show. */
    public static final AddressPresentation ADDRESS_NOT_AVAILABLE =
            new AddressPresentation(ADDRESS_PRESENTATION_ADDRESS_NOT_AVAILABLE, ADDRESS_NOT_AVAILABLE_STRING);

    private static final long serialVersionUID = 1L;

    private static final AddressPresentation[] VALUES = {UNDEFINED, ALLOWED, RESTRICTED, ADDRESS_NOT_AVAILABLE};

    private final int value;
    private final transient String text;

    private AddressPresentation(int value, String text) {
        this.value = value;
        this.text = text;
    }

    /** The value with this integer form. */
    public static AddressPresentation fromInt(int value) throws IllegalArgumentException {
        for (AddressPresentation candidate : VALUES) {
            if (candidate.value == value) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AddressPresentation has the number " + value);
    }

    /** The value with this text form, in upper or lower case. */
    public static AddressPresentation fromString(String value) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(value, "value");
        for (AddressPresentation candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(value)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AddressPresentation is called " + value);
    }

    /** The integer form. */
    public int toInt() {
        return value;
    }

    /** Whether this is {@link #UNDEFINED}. */
    public boolean isUndefined() {
        return value == ADDRESS_PRESENTATION_UNDEFINED;
    }

    /** Whether this is {@link #ALLOWED}. */
    public boolean isAllowed() {
        return value == ADDRESS_PRESENTATION_ALLOWED;
    }

    /** Whether this is {@link #RESTRICTED}. */
    public boolean isRestricted() {
        return value == ADDRESS_PRESENTATION_RESTRICTED;
    }

    /** Whether this is {@link #ADDRESS_NOT_AVAILABLE}. */
    public boolean isAddressNotAvailable() {
        return value == ADDRESS_PRESENTATION_ADDRESS_NOT_AVAILABLE;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof AddressPresentation && ((AddressPresentation) obj).value == value;
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
