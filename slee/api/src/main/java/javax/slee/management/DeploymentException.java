package javax.slee.management;

/**
 * Thrown when a deployable unit cannot be installed.
 */
public class DeploymentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public DeploymentException() {}

    /** Creates it with a message. */
    public DeploymentException(String message) {
        super(message);
    }

    /** Creates it with a message and the cause. */
    public DeploymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
