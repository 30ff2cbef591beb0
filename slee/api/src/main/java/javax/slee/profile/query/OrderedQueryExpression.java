package javax.slee.profile.query;

/**
 * Compares one attribute with one value by their order.
 */
public abstract class OrderedQueryExpression extends SimpleQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Compares this attribute with this comparable value; only the collator may be null. */
    protected OrderedQueryExpression(String attrName, Object attrValue, QueryCollator collator)
            throws NullPointerException {
        super(attrName, attrValue, collator);
        if (!(attrValue instanceof Comparable)) {
            throw new IllegalArgumentException(
                    "Values of " + attrValue.getClass().getName() + " have no order: not Comparable");
        }
    }
}
