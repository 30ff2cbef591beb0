package javax.slee.management;

/**
 * Thrown when there is no resource adaptor entity of this name.
 */
public class UnrecognizedResourceAdaptorEntityException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedResourceAdaptorEntityException() {}

    /** Creates it with a message. */
    public UnrecognizedResourceAdaptorEntityException(String message) {
        super(message);
    }
}
