package javax.slee.facilities;

/**
 * Thrown when a name is given to an activity context and another already has it.
 */
public class NameAlreadyBoundException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public NameAlreadyBoundException(String message) {
        super(message);
    }
}
