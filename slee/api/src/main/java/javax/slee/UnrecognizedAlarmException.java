package javax.slee;

/**
 * Thrown when an alarm identifier names no known alarm.
 */
public class UnrecognizedAlarmException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedAlarmException() {}

    /** Creates it with a message. */
    public UnrecognizedAlarmException(String message) {
        super(message);
    }
}
