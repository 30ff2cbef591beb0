package javax.slee.facilities;

import javax.slee.SLEEException;

/**
 * Thrown by a facility that could not do its work because of a failure of the SLEE.
 */
public class FacilityException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public FacilityException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public FacilityException(String message, Throwable cause) {
        super(message, cause);
    }
}
