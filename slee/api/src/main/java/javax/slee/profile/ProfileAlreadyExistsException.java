package javax.slee.profile;

/**
 * Thrown when the table already has a profile of this name.
 */
public class ProfileAlreadyExistsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public ProfileAlreadyExistsException() {}

    /** Creates it with a message. */
    public ProfileAlreadyExistsException(String message) {
        super(message);
    }
}
