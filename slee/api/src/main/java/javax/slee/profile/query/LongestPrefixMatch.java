package javax.slee.profile.query;

/**
 * Holds for the profiles whose attribute, a string, is the longest one that the value begins with.
 */
public final class LongestPrefixMatch extends SimpleQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Compares this attribute with this value; neither may be null. */
    public LongestPrefixMatch(String attrName, String attrValue) {
        super(attrName, attrValue, null);
    }

    /** Compares this attribute with this string; only the collator may be null. */
    public LongestPrefixMatch(String attrName, String attrValue, QueryCollator collator) {
        super(attrName, attrValue, collator);
    }

    @Override
    protected String getRelation() {
        return "is-longest-prefix-of";
    }
}
