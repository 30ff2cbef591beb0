package javax.slee.resource;

import javax.slee.SLEEException;

/**
 * Thrown when an event is fired on an activity that is ending.
 */
public class ActivityIsEndingException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public ActivityIsEndingException() {
        super(null);
    }

    /** Creates it with a message. */
    public ActivityIsEndingException(String message) {
        super(message);
    }
}
