package javax.slee.resource;

import javax.slee.SLEEException;

/**
 * Thrown when an activity is started under a handle that the SLEE already knows.
 */
public class ActivityAlreadyExistsException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public ActivityAlreadyExistsException(String message) {
        super(message);
    }
}
