package javax.slee;

/**
 * The base of the unchecked exceptions of the SLEE; by itself a failure of the SLEE.
 */
public class SLEEException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Throwable cause;

    /** Creates it with a message, which may be null. */
    public SLEEException(String message) {
        this(message, null);
    }

    /** Creates it with a message and a cause; both may be null. */
    public SLEEException(String message, Throwable cause) {
        super(message);
        this.cause = cause;
    }

    /** The reason, or null. */
    @Override
    public Throwable getCause() {
        return cause;
    }
}
