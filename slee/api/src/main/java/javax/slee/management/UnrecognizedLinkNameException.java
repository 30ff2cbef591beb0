package javax.slee.management;

/**
 * Thrown when a link name is bound to no resource adaptor entity.
 */
public class UnrecognizedLinkNameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedLinkNameException() {}

    /** Creates it with a message. */
    public UnrecognizedLinkNameException(String message) {
        super(message);
    }
}
