package javax.slee.management;

/**
 * Thrown when there is a resource adaptor entity of this name already.
 */
public class ResourceAdaptorEntityAlreadyExistsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public ResourceAdaptorEntityAlreadyExistsException() {}

    /** Creates it with a message. */
    public ResourceAdaptorEntityAlreadyExistsException(String message) {
        super(message);
    }
}
