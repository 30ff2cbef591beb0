package javax.slee.usage;

import javax.slee.SLEEException;

/**
 * Thrown when a resource adaptor asks for usage parameters and has defined none.
 */
public class NoUsageParametersInterfaceDefinedException extends SLEEException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public NoUsageParametersInterfaceDefinedException(String message) {
        super(message);
    }
}
