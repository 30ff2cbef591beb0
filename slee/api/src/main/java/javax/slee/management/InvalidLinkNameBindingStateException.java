package javax.slee.management;

/**
 * Thrown when a link name is not bound as an operation needs it.
 */
public class InvalidLinkNameBindingStateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public InvalidLinkNameBindingStateException() {}

    /** Creates it with a message. */
    public InvalidLinkNameBindingStateException(String message) {
        super(message);
    }
}
