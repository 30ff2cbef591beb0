package javax.slee.resource;

import javax.slee.SLEEException;

/**
 * Thrown when the SLEE knows no activity of this handle.
 */
public class UnrecognizedActivityHandleException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public UnrecognizedActivityHandleException(String message) {
        super(message);
    }

    /** Creates it with a message and a cause, which may be null. */
    public UnrecognizedActivityHandleException(String message, Throwable cause) {
        super(message, cause);
    }
}
