package javax.slee;

/**
 * Thrown when an event name or event type is not known in this place.
 */
public class UnrecognizedEventException extends UnrecognizedComponentException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedEventException() {}

    /** Creates it with a message. */
    public UnrecognizedEventException(String message) {
        super(message);
    }
}
