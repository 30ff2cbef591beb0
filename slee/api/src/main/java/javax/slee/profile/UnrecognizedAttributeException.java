package javax.slee.profile;

/**
 * Thrown when a profile specification has no attribute of this name.
 */
public class UnrecognizedAttributeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedAttributeException() {}

    /** Creates it with a message. */
    public UnrecognizedAttributeException(String message) {
        super(message);
    }
}
