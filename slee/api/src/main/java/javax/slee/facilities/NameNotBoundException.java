package javax.slee.facilities;

/**
 * Thrown when a name is taken away that no activity context has.
 */
public class NameNotBoundException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message. */
    public NameNotBoundException(String message) {
        super(message);
    }
}
