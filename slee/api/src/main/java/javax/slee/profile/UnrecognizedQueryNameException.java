package javax.slee.profile;

/**
 * Thrown when a profile specification declares no static query of this name.
 */
public class UnrecognizedQueryNameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedQueryNameException() {}

    /** Creates it with a message. */
    public UnrecognizedQueryNameException(String message) {
        super(message);
    }
}
