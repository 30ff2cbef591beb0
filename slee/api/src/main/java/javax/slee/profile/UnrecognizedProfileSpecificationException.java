package javax.slee.profile;

import javax.slee.UnrecognizedComponentException;

/**
 * Thrown when an identifier names no installed profile specification.
 */
public class UnrecognizedProfileSpecificationException extends UnrecognizedComponentException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedProfileSpecificationException() {}

    /** Creates it with a message. */
    public UnrecognizedProfileSpecificationException(String message) {
        super(message);
    }
}
