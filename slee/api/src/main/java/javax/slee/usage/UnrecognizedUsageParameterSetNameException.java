package javax.slee.usage;

/**
 * Thrown when there is no usage parameter set of this name.
 */
public class UnrecognizedUsageParameterSetNameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedUsageParameterSetNameException() {}

    /** Creates it with a message. */
    public UnrecognizedUsageParameterSetNameException(String message) {
        super(message);
    }
}
