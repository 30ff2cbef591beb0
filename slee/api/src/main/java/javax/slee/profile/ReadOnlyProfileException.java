package javax.slee.profile;

/**
 * Thrown when a profile is changed that may only be read.
 */
public class ReadOnlyProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public ReadOnlyProfileException() {}

    /** Creates it with a message. */
    public ReadOnlyProfileException(String message) {
        super(message);
    }
}
