package javax.slee;

/**
 * Thrown when an identifier names no installed service.
 */
public class UnrecognizedServiceException extends UnrecognizedComponentException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedServiceException() {}

    /** Creates it with a message. */
    public UnrecognizedServiceException(String message) {
        super(message);
    }
}
