package javax.slee;

/**
 * Thrown by management operations that do not fit the present state of the SLEE or of a component.
 */
public class InvalidStateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public InvalidStateException() {}

    /** Creates it with a message. */
    public InvalidStateException(String message) {
        super(message);
    }
}
