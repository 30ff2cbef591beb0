package javax.slee;

/**
 * Thrown when an object is not an activity that the asked factory knows.
 */
public class UnrecognizedActivityException extends SLEEException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Object activity;

    /** Creates it for an unknown activity. */
    public UnrecognizedActivityException(Object activity) {
        this(null, activity);
    }

    /** Creates it for an unknown activity, with a message. */
    public UnrecognizedActivityException(String message, Object activity) {
        super(message);
        this.activity = activity;
    }

    /** The object that is not an activity. */
    public final Object getActivity() {
        return activity;
    }
}
