package javax.slee.management;

/**
 * Thrown when other installed components still need what should be removed.
 */
public class DependencyException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public DependencyException() {}

    /** Creates it with a message. */
    public DependencyException(String message) {
        super(message);
    }
}
