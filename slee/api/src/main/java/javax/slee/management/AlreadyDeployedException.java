package javax.slee.management;

/**
 * Thrown when a deployable unit is installed already.
 */
public class AlreadyDeployedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public AlreadyDeployedException() {}

    /** Creates it with a message. */
    public AlreadyDeployedException(String message) {
        super(message);
    }
}
