package javax.slee.resource;

/**
 * Thrown by a resource adaptor that cannot work with the given configuration properties.
 */
public class InvalidConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public InvalidConfigurationException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public InvalidConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
