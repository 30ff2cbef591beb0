package javax.slee;

/**
 * Thrown when an identifier names no installed SBB, or none of the service in question.
 */
public class UnrecognizedSbbException extends UnrecognizedComponentException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedSbbException() {}

    /** Creates it with a message. */
    public UnrecognizedSbbException(String message) {
        super(message);
    }
}
