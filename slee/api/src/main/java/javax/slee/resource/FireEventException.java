package javax.slee.resource;

/**
 * Thrown when the SLEE does not accept an event at the moment, for example because of overload.
 */
public class FireEventException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public FireEventException() {}

    /** Creates it with a message. */
    public FireEventException(String message) {
        super(message);
    }
}
