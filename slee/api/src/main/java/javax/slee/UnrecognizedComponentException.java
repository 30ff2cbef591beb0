package javax.slee;

/**
 * Thrown when an identifier names no installed component.
 */
public class UnrecognizedComponentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedComponentException() {}

    /** Creates it with a message. */
    public UnrecognizedComponentException(String message) {
        super(message);
    }
}
