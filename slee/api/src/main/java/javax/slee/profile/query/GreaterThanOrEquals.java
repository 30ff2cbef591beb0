package javax.slee.profile.query;

/**
 * Holds if the attribute comes after the value or equals it.
 */
public final class GreaterThanOrEquals extends OrderedQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Compares this attribute with this value; neither may be null. */
    public GreaterThanOrEquals(String attrName, Object attrValue) {
        super(attrName, attrValue, null);
    }

    /** Compares this attribute with this string; only the collator may be null. */
    public GreaterThanOrEquals(String attrName, String attrValue, QueryCollator collator) {
        super(attrName, attrValue, collator);
    }

    @Override
    protected String getRelation() {
        return ">=";
    }
}
