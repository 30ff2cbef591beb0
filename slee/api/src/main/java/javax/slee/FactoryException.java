package javax.slee;

/**
 * Thrown by activity and activity context interface factories when the SLEE fails.
 */
public class FactoryException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public FactoryException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public FactoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
