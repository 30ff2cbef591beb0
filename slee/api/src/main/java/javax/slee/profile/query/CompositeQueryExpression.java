package javax.slee.profile.query;

import java.util.ArrayList;
import java.util.Objects;

/**
 * A condition made of other conditions.
 */
public abstract class CompositeQueryExpression extends QueryExpression {
    private static final long serialVersionUID = 1L;

    private final ArrayList<QueryExpression> expressions = new ArrayList<>();

    /** Made of nothing yet. */
    protected CompositeQueryExpression() {}

    /** The parts, in the order in which they were added. */
    public final QueryExpression[] getExpressions() {
        return expressions.toArray(new QueryExpression[0]);
    }

    /** Adds a part; refuses one that would make the condition a part of itself. */
    protected final void add(QueryExpression expr) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(expr, "expr");
        if (contains(expr, this)) {
            throw new IllegalArgumentException("An expression cannot be a part of itself");
        }
        expressions.add(expr);
    }

    /** Appends the parts in parentheses with a sign between them. */
    final void join(StringBuffer buf, String sign) {
        String between = "";
        for (QueryExpression part : expressions) {
            buf.append(between).append('(');
            part.toString(buf);
            buf.append(')');
            between = sign;
        }
    }

    private static boolean contains(QueryExpression whole, QueryExpression part) {
        if (whole == part) {
            return true;
        }
        if (whole instanceof Not not) {
            return contains(not.getExpression(), part);
        }
        return whole instanceof CompositeQueryExpression composite
                && composite.expressions.stream().anyMatch(inner -> contains(inner, part));
    }
}
