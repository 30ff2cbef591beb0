package javax.slee.resource;

import javax.slee.SLEEException;

/**
 * Thrown when a resource adaptor may not fire an event of this type or class.
 */
public class IllegalEventException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public IllegalEventException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public IllegalEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
