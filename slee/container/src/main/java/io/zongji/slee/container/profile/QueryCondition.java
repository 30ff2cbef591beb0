package io.zongji.slee.container.profile;

import java.text.Collator;
import java.util.Collection;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.query.And;
import javax.slee.profile.query.Equals;
import javax.slee.profile.query.GreaterThan;
import javax.slee.profile.query.GreaterThanOrEquals;
import javax.slee.profile.query.HasPrefix;
import javax.slee.profile.query.LessThan;
import javax.slee.profile.query.LessThanOrEquals;
import javax.slee.profile.query.LongestPrefixMatch;
import javax.slee.profile.query.Not;
import javax.slee.profile.query.NotEquals;
import javax.slee.profile.query.Or;
import javax.slee.profile.query.QueryCollator;
import javax.slee.profile.query.QueryExpression;
import javax.slee.profile.query.RangeMatch;
import javax.slee.profile.query.SimpleQueryExpression;

/** Makes conditions on profiles of query expressions. An attribute without a value meets no condition but "not equals". */
final class QueryCondition {
    private final ProfileQueries queries;
    private final Collection<ProfileRow> all;

    /** @param all the profiles among which a prefix is the longest */
    QueryCondition(ProfileQueries queries, Collection<ProfileRow> all) {
        this.queries = queries;
        this.all = all;
    }

    Predicate<ProfileRow> of(QueryExpression expression)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        if (expression instanceof And and) {
            Predicate<ProfileRow> every = row -> true;
            for (QueryExpression part : and.getExpressions()) {
                every = every.and(of(part));
            }
            return every;
        }
        if (expression instanceof Or or) {
            Predicate<ProfileRow> any = row -> false;
            for (QueryExpression part : or.getExpressions()) {
                any = any.or(of(part));
            }
            return any;
        }
        if (expression instanceof Not not) {
            return of(not.getExpression()).negate();
        }
        if (expression instanceof RangeMatch range) {
            return compare(range.getAttributeName(), range.getFromValue(), range.getCollator(), sign -> sign >= 0)
                    .and(compare(range.getAttributeName(), range.getToValue(), range.getCollator(), sign -> sign <= 0));
        }
        if (expression instanceof SimpleQueryExpression simple) {
            return ofSimple(simple);
        }
        throw new IllegalArgumentException("Not a query expression of JAIN SLEE: " + expression.getClass());
    }

    private Predicate<ProfileRow> ofSimple(SimpleQueryExpression simple)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        if (simple instanceof Equals) {
            return equal(simple);
        }
        if (simple instanceof NotEquals) {
            return equal(simple).negate();
        }
        if (simple instanceof HasPrefix) {
            int attribute = queries.indexOf(simple.getAttributeName(), simple.getAttributeValue());
            String prefix = (String) simple.getAttributeValue();
            return row -> row.get(attribute) instanceof String value && isPrefix(prefix, value, simple.getCollator());
        }
        if (simple instanceof LongestPrefixMatch) {
            return longestPrefix(simple);
        }
        return compare(simple.getAttributeName(), simple.getAttributeValue(), simple.getCollator(), signs(simple));
    }

    private static IntPredicate signs(SimpleQueryExpression simple) {
        if (simple instanceof LessThan) {
            return sign -> sign < 0;
        }
        if (simple instanceof LessThanOrEquals) {
            return sign -> sign <= 0;
        }
        if (simple instanceof GreaterThan) {
            return sign -> sign > 0;
        }
        if (simple instanceof GreaterThanOrEquals) {
            return sign -> sign >= 0;
        }
        throw new IllegalArgumentException("Not a query expression of JAIN SLEE: " + simple.getClass());
    }

    private Predicate<ProfileRow> equal(SimpleQueryExpression simple)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        int attribute = queries.indexOf(simple.getAttributeName(), simple.getAttributeValue());
        Object wanted = simple.getAttributeValue();
        if (simple.getCollator() == null) {
            return row -> wanted.equals(row.get(attribute));
        }
        return compare(simple.getAttributeName(), wanted, simple.getCollator(), sign -> sign == 0);
    }

    private Predicate<ProfileRow> compare(String name, Object with, QueryCollator collator, IntPredicate signs)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        int attribute = queries.indexOf(name, with);
        Collator words = collator == null ? null : collator.getCollator();
        return row -> row.get(attribute) != null && signs.test(compare(row.get(attribute), with, words));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other, Collator words) {
        return words != null && one instanceof String
                ? words.compare((String) one, (String) other)
                : ((Comparable<Object>) one).compareTo(other);
    }

    private Predicate<ProfileRow> longestPrefix(SimpleQueryExpression simple)
            throws UnrecognizedAttributeException, AttributeTypeMismatchException {
        int attribute = queries.indexOf(simple.getAttributeName(), simple.getAttributeValue());
        String whole = (String) simple.getAttributeValue();
        int longest = -1;
        for (ProfileRow row : all) {
            if (row.get(attribute) instanceof String prefix && isPrefix(prefix, whole, simple.getCollator())) {
                longest = Math.max(longest, prefix.length());
            }
        }
        int length = longest;
        return row -> row.get(attribute) instanceof String prefix
                && prefix.length() == length
                && isPrefix(prefix, whole, simple.getCollator());
    }

    private static boolean isPrefix(String prefix, String whole, QueryCollator collator) {
        if (collator == null || prefix.length() > whole.length()) {
            return whole.startsWith(prefix);
        }
        return collator.getCollator().equals(prefix, whole.substring(0, prefix.length()));
    }
}
