package javax.slee.management;

/**
 * Thrown when there is a usage parameter set of this name already.
 */
public class UsageParameterSetNameAlreadyExistsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UsageParameterSetNameAlreadyExistsException() {}

    /** Creates it with a message. */
    public UsageParameterSetNameAlreadyExistsException(String message) {
        super(message);
    }
}
