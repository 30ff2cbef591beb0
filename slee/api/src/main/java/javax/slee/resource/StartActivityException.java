package javax.slee.resource;

/**
 * Thrown when the SLEE does not accept a new activity at the moment, for example because of overload.
 */
public class StartActivityException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public StartActivityException() {}

    /** Creates it with a message. */
    public StartActivityException(String message) {
        super(message);
    }
}
