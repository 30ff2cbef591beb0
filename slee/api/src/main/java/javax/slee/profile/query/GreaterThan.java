package javax.slee.profile.query;

/**
 * Holds if the attribute comes after the value.
 */
public final class GreaterThan extends OrderedQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Compares this attribute with this value; neither may be null. */
    public GreaterThan(String attrName, Object attrValue) {
        super(attrName, attrValue, null);
    }

    /** Compares this attribute with this string; only the collator may be null. */
    public GreaterThan(String attrName, String attrValue, QueryCollator collator) {
        super(attrName, attrValue, collator);
    }

    @Override
    protected String getRelation() {
        return ">";
    }
}
