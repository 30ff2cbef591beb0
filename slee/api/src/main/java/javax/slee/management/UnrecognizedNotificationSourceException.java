package javax.slee.management;

/**
 * Thrown when the SLEE knows no such source of notifications.
 */
public class UnrecognizedNotificationSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedNotificationSourceException() {}

    /** Creates it with a message. */
    public UnrecognizedNotificationSourceException(String message) {
        super(message);
    }
}
