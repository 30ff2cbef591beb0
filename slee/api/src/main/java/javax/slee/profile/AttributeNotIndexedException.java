package javax.slee.profile;

/**
 * Thrown when a search by an indexed attribute names an attribute without index.
 */
public class AttributeNotIndexedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates it without a message. */
    public AttributeNotIndexedException() {}

    /** Creates it with a message. */
    public AttributeNotIndexedException(String message) {
        super(message);
    }
}
