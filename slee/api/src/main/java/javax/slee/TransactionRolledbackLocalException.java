package javax.slee;

/**
 * Thrown when the callee failed and the caller's transaction has therefore been marked for rollback.
 */
public class TransactionRolledbackLocalException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public TransactionRolledbackLocalException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public TransactionRolledbackLocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
