package javax.slee.profile.query;

import java.util.Objects;

/**
 * Compares one attribute of a profile with one value.
 */
public abstract class SimpleQueryExpression extends QueryExpression {
    private static final long serialVersionUID = 1L;

    private final String attrName;

    @SuppressWarnings("serial")
    private final Object attrValue;

    private final QueryCollator collator;

    /** Compares this attribute with this value; only the collator, meant for strings, may be null. */
    protected SimpleQueryExpression(String attrName, Object attrValue, QueryCollator collator)
            throws NullPointerException {
        this.attrName = Objects.requireNonNull(attrName, "attrName");
        this.attrValue = Objects.requireNonNull(attrValue, "attrValue");
        this.collator = collator;
    }

    /** The attribute's name. */
    public final String getAttributeName() {
        return attrName;
    }

    /** The value to compare with. */
    public final Object getAttributeValue() {
        return attrValue;
    }

    /** How strings are compared; null means by their characters. */
    public final QueryCollator getCollator() {
        return collator;
    }

    @Override
    protected final void toString(StringBuffer buf) {
        buf.append(attrName).append(' ').append(getRelation()).append(' ').append(attrValue);
        if (collator != null) {
            buf.append(" (").append(collator).append(')');
        }
    }

    /** The sign between attribute and value. */
    protected abstract String getRelation();
}
