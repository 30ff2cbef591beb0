package javax.slee.profile;

/**
 * Thrown when there is a profile table of this name already.
 */
public class ProfileTableAlreadyExistsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public ProfileTableAlreadyExistsException() {}

    /** Creates it with a message. */
    public ProfileTableAlreadyExistsException(String message) {
        super(message);
    }
}
