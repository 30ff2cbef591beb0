package javax.slee.profile.query;

/**
 * Holds if all its parts hold.
 */
public final class And extends CompositeQueryExpression {
    private static final long serialVersionUID = 1L;

    /** Of two parts; neither may be null. */
    public And(QueryExpression expr1, QueryExpression expr2) {
        add(expr1);
        add(expr2);
    }

    /** Of two parts or more; none may be null. */
    public And(QueryExpression[] exprs) {
        if (exprs.length < 2) {
            throw new IllegalArgumentException("At least two expressions are needed, not " + exprs.length);
        }
        for (QueryExpression expr : exprs) {
            add(expr);
        }
    }

    /** Adds a part and answers this object; refuses a part that contains this object. */
    public And and(QueryExpression expr) throws NullPointerException, IllegalArgumentException {
        add(expr);
        return this;
    }

    @Override
    protected void toString(StringBuffer buf) {
        join(buf, " && ");
    }
}
