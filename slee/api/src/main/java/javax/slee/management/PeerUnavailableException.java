package javax.slee.management;

/**
 * Thrown when a SLEE provider class cannot be found or created.
 */
public class PeerUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public PeerUnavailableException() {}

    /** Creates it with a message. */
    public PeerUnavailableException(String message) {
        super(message);
    }

    /** Creates it with a message and the cause. */
    public PeerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
