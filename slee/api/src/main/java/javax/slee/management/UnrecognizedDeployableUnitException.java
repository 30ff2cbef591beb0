package javax.slee.management;

/**
 * Thrown when an identifier names no installed deployable unit.
 */
public class UnrecognizedDeployableUnitException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedDeployableUnitException() {}

    /** Creates it with a message. */
    public UnrecognizedDeployableUnitException(String message) {
        super(message);
    }
}
