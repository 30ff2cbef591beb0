package javax.slee;

/**
 * Thrown by management operations for an argument that is not permitted, such as an empty name.
 */
public class InvalidArgumentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public InvalidArgumentException() {}

    /** Creates it with a message. */
    public InvalidArgumentException(String message) {
        super(message);
    }
}
