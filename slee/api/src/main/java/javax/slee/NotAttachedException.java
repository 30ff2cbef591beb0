package javax.slee;

/**
 * Thrown when an event mask is asked for and the SBB entity is not attached to the activity context.
 */
public class NotAttachedException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public NotAttachedException() {
        super(null);
    }

    /** Creates it with a message. */
    public NotAttachedException(String message) {
        super(message);
    }
}
