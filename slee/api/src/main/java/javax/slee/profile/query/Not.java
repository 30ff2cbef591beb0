package javax.slee.profile.query;

import java.util.Objects;

/**
 * Holds if another condition does not.
 */
public final class Not extends QueryExpression {
    private static final long serialVersionUID = 1L;

    private final QueryExpression expr;

    /** The contrary of a condition, which may not be null. */
    public Not(QueryExpression expr) {
        this.expr = Objects.requireNonNull(expr, "expr");
    }

    /** The condition that must not hold. */
    public QueryExpression getExpression() {
        return expr;
    }

    @Override
    protected void toString(StringBuffer buf) {
        buf.append("!(");
        expr.toString(buf);
        buf.append(')');
    }
}
