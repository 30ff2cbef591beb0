package javax.slee.profile;

/**
 * Thrown when a value is not of the type of the attribute it is compared with.
 */
public class AttributeTypeMismatchException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public AttributeTypeMismatchException() {}

    /** Creates it with a message. */
    public AttributeTypeMismatchException(String message) {
        super(message);
    }
}
