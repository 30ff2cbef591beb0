package javax.slee.profile;

import javax.slee.management.ManagementException;

/**
 * Wraps a checked exception that a management method of a profile abstract class threw.
 */
public class ProfileImplementationException extends ManagementException {
    private static final long serialVersionUID = 1L;

    /** Creates it with the cause. */
    public ProfileImplementationException(Throwable cause) {
        super(cause == null ? null : cause.toString(), cause);
    }

    /** Creates it with a message and the cause. */
    public ProfileImplementationException(String message, Throwable cause) {
        super(message, cause);
    }
}
