package javax.slee.profile;

/**
 * Thrown when a profile's contents break a rule of its specification.
 */
public class ProfileVerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public ProfileVerificationException(String message) {
        super(message);
    }

    /** Creates it with a message and the cause. */
    public ProfileVerificationException(String message, Throwable cause) {
        super(message, cause);
    }
}
