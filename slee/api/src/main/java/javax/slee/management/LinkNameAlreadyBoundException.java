package javax.slee.management;

/**
 * Thrown when a link name is bound to a resource adaptor entity already.
 */
public class LinkNameAlreadyBoundException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public LinkNameAlreadyBoundException() {}

    /** Creates it with a message. */
    public LinkNameAlreadyBoundException(String message) {
        super(message);
    }
}
