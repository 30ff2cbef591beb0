package javax.slee.profile.query;

/**
 * Holds if the attribute comes before the value.
 */
public final class LessThan extends OrderedQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Compares this attribute with this value; neither may be null. */
    public LessThan(String attrName, Object attrValue) {
        super(attrName, attrValue, null);
    }

    /** Compares this attribute with this string; only the collator may be null. */
    public LessThan(String attrName, String attrValue, QueryCollator collator) {
        super(attrName, attrValue, collator);
    }

    @Override
    protected String getRelation() {
        return "<";
    }
}
