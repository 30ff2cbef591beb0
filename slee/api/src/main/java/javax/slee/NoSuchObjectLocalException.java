package javax.slee;

/**
 * Thrown when a local object refers to an SBB entity or a profile that no longer exists.
 */
public class NoSuchObjectLocalException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public NoSuchObjectLocalException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public NoSuchObjectLocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
