package javax.slee;

/**
 * Thrown when a method that needs a transaction is called without one.
 */
public class TransactionRequiredLocalException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public TransactionRequiredLocalException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public TransactionRequiredLocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
