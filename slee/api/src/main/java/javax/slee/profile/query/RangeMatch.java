package javax.slee.profile.query;

/**
 * Holds if the attribute lies between two values or equals one of them.
 */
public final class RangeMatch extends QueryExpression {
    private static final long serialVersionUID = 1L;

    private final GreaterThanOrEquals lower;
    private final LessThanOrEquals upper;

    /** From one comparable value to another; nothing may be null. */
    public RangeMatch(String attrName, Object fromValue, Object toValue) {
        this.lower = new GreaterThanOrEquals(attrName, fromValue);
        this.upper = new LessThanOrEquals(attrName, toValue);
    }

    /** From one string to another; only the collator may be null. */
    public RangeMatch(String attrName, String fromValue, String toValue, QueryCollator collator) {
        this.lower = new GreaterThanOrEquals(attrName, fromValue, collator);
        this.upper = new LessThanOrEquals(attrName, toValue, collator);
    }

    /** The attribute's name. */
    public String getAttributeName() {
        return lower.getAttributeName();
    }

    /** The smallest value that matches. */
    public Object getFromValue() {
        return lower.getAttributeValue();
    }

    /** The largest value that matches. */
    public Object getToValue() {
        return upper.getAttributeValue();
    }

    /** How strings are compared; null means by their characters. */
    public QueryCollator getCollator() {
        return lower.getCollator();
    }

    @Override
    protected void toString(StringBuffer buf) {
        buf.append(getFromValue()).append(" <= ").append(getAttributeName());
        buf.append(" <= ").append(getToValue());
        if (getCollator() != null) {
            buf.append(" (").append(getCollator()).append(')');
        }
    }
}
