package javax.slee;

/**
 * Says that an SBB entity or a profile could not be created, by wish of its own or of the SLEE.
 */
public class CreateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Throwable cause;

    /** Creates it with a message. */
    public CreateException(String message) {
        this(message, null);
    }

    /** Creates it with a message and a cause, which may be null. */
    public CreateException(String message, Throwable cause) {
        super(message);
        this.cause = cause;
    }

    /** The reason, or null. */
    @Override
    public Throwable getCause() {
        return cause;
    }
}
