package javax.slee.management;

/**
 * Thrown when a management operation fails for a reason that lies in the SLEE.
 */
public class ManagementException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public ManagementException(String message) {
        super(message);
    }

    /** Creates it with a message and the cause. */
    public ManagementException(String message, Throwable cause) {
        super(message, cause);
    }
}
