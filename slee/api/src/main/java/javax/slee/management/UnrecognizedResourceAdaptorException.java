package javax.slee.management;

import javax.slee.UnrecognizedComponentException;

/**
 * Thrown when an identifier names no installed resource adaptor.
 */
public class UnrecognizedResourceAdaptorException extends UnrecognizedComponentException {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public UnrecognizedResourceAdaptorException() {}

    /** Creates it with a message. */
    public UnrecognizedResourceAdaptorException(String message) {
        super(message);
    }
}
