package javax.slee.profile;

/**
 * Thrown when there is no profile of this name in the table.
 */
public class UnrecognizedProfileNameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedProfileNameException() {}

    /** Creates it with a message. */
    public UnrecognizedProfileNameException(String message) {
        super(message);
    }
}
