package javax.slee.management;

/**
 * Thrown when the SLEE has no subsystem of this name.
 */
public class UnrecognizedSubsystemException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedSubsystemException() {}

    /** Creates it with a message. */
    public UnrecognizedSubsystemException(String message) {
        super(message);
    }
}
