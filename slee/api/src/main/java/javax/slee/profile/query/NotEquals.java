package javax.slee.profile.query;

/**
 * Holds if the attribute does not equal the value.
 */
public final class NotEquals extends SimpleQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Compares this attribute with this value; neither may be null. */
    public NotEquals(String attrName, Object attrValue) {
        super(attrName, attrValue, null);
    }

    /** Compares this attribute with this string; only the collator may be null. */
    public NotEquals(String attrName, String attrValue, QueryCollator collator) {
        super(attrName, attrValue, collator);
    }

    @Override
    protected String getRelation() {
        return "!=";
    }
}
