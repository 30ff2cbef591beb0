package javax.slee.profile.query;

import java.io.Serializable;

/**
 * A condition that profiles of a table meet or do not meet.
 */
public abstract class QueryExpression implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The condition in words of Java. */
    @Override
    public final String toString() {
        StringBuffer text = new StringBuffer();
        toString(text);
        return text.toString();
    }

    /** Appends the condition's text. */
    protected abstract void toString(StringBuffer buf);
}
