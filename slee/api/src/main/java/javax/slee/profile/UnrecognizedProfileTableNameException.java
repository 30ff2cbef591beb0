package javax.slee.profile;

/**
 * Thrown when there is no profile table of this name.
 */
public class UnrecognizedProfileTableNameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedProfileTableNameException() {}

    /** Creates it with a message. */
    public UnrecognizedProfileTableNameException(String message) {
        super(message);
    }
}
