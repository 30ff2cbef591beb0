package io.zongji.slee.container.profile;

import io.zongji.slee.container.descriptor.ProfileCollator;
import io.zongji.slee.container.descriptor.ProfileQuery;
import io.zongji.slee.container.descriptor.QueryTerm;
import java.lang.invoke.MethodType;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import javax.slee.resource.ConfigProperties.Property;

/** A query of the descriptor with the arguments of one call. */
final class StaticQuery {
    private final ProfileType type;
    private final ProfileQuery query;
    private final Object[] arguments;

    /** @param arguments in the order of the query's parameters */
    StaticQuery(ProfileType type, ProfileQuery query, Object[] arguments) {
        if (arguments.length != query.parameters().size()) {
            throw new IllegalArgumentException("The query " + query.name() + " has "
                    + query.parameters().size() + " parameters, not " + arguments.length);
        }
        this.type = type;
        this.query = query;
        this.arguments = arguments;
    }

    QueryExpression expression() {
        return expression(query.term());
    }

    private QueryExpression expression(QueryTerm term) {
        if (term instanceof QueryTerm.And and) {
            return new And(expressions(and.terms()));
        }
        if (term instanceof QueryTerm.Or or) {
            return new Or(expressions(or.terms()));
        }
        if (term instanceof QueryTerm.Not not) {
            return new Not(expression(not.term()));
        }
        if (term instanceof QueryTerm.RangeMatch range) {
            Object from = value(range.attribute(), range.from());
            Object to = value(range.attribute(), range.to());
            return range.collator().isEmpty()
                    ? new RangeMatch(range.attribute(), from, to)
                    : new RangeMatch(range.attribute(), (String) from, (String) to, collator(range.collator()));
        }
        if (term instanceof QueryTerm.HasPrefix prefix) {
            String text = (String) value(prefix.attribute(), prefix.operand());
            return new HasPrefix(prefix.attribute(), text, collator(prefix.collator()));
        }
        if (term instanceof QueryTerm.LongestPrefixMatch longest) {
            String text = (String) value(longest.attribute(), longest.operand());
            return new LongestPrefixMatch(longest.attribute(), text, collator(longest.collator()));
        }
        return compare((QueryTerm.Compare) term);
    }

    private QueryExpression[] expressions(List<QueryTerm> terms) {
        return terms.stream().map(this::expression).toArray(QueryExpression[]::new);
    }

    private QueryExpression compare(QueryTerm.Compare term) {
        String name = term.attribute();
        Object value = value(name, term.operand());
        if (term.collator().isPresent()) {
            return compareText(term, (String) value);
        }
        return switch (term.operator()) {
            case "equals" -> new Equals(name, value);
            case "not-equals" -> new NotEquals(name, value);
            case "less-than" -> new LessThan(name, value);
            case "less-than-or-equals" -> new LessThanOrEquals(name, value);
            case "greater-than" -> new GreaterThan(name, value);
            case "greater-than-or-equals" -> new GreaterThanOrEquals(name, value);
            default -> throw unknown(term);
        };
    }

    private QueryExpression compareText(QueryTerm.Compare term, String value) {
        String name = term.attribute();
        QueryCollator collator = collator(term.collator());
        return switch (term.operator()) {
            case "equals" -> new Equals(name, value, collator);
            case "not-equals" -> new NotEquals(name, value, collator);
            case "less-than" -> new LessThan(name, value, collator);
            case "less-than-or-equals" -> new LessThanOrEquals(name, value, collator);
            case "greater-than" -> new GreaterThan(name, value, collator);
            case "greater-than-or-equals" -> new GreaterThanOrEquals(name, value, collator);
            default -> throw unknown(term);
        };
    }

    private IllegalArgumentException unknown(QueryTerm.Compare term) {
        return new IllegalArgumentException("The query " + query.name() + " of " + type + " uses the operator "
                + term.operator() + ", which there is not");
    }

    private Object value(String attribute, QueryTerm.Operand operand) {
        if (operand.value().isPresent()) {
            Class<?> declared = type.attribute(type.indexOf(attribute)).type();
            String name = MethodType.methodType(declared).wrap().returnType().getName();
            return Property.toObject(name, operand.value().get());
        }
        for (int i = 0; i < arguments.length; i++) {
            if (query.parameters().get(i).name().equals(operand.parameter().orElseThrow())) {
                return arguments[i];
            }
        }
        throw new IllegalArgumentException("The query " + query.name() + " has no parameter " + operand.parameter());
    }

    private QueryCollator collator(Optional<String> alias) {
        return alias.flatMap(wanted -> type.component().collators().stream()
                        .filter(collator -> collator.alias().equals(wanted))
                        .findFirst())
                .map(StaticQuery::collator)
                .orElse(null);
    }

    private static QueryCollator collator(ProfileCollator collator) {
        Locale locale = collator.locale();
        Integer strength = collator.strength().map(StaticQuery::strength).orElse(null);
        Integer decomposition =
                collator.decomposition().map(StaticQuery::decomposition).orElse(null);
        if (decomposition != null) {
            return new QueryCollator(locale, strength == null ? Collator.TERTIARY : strength, decomposition);
        }
        return strength == null ? new QueryCollator(locale) : new QueryCollator(locale, strength);
    }

    private static int strength(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "primary" -> Collator.PRIMARY;
            case "secondary" -> Collator.SECONDARY;
            case "tertiary" -> Collator.TERTIARY;
            default -> Collator.IDENTICAL;
        };
    }

    private static int decomposition(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "canonical" -> Collator.CANONICAL_DECOMPOSITION;
            case "full" -> Collator.FULL_DECOMPOSITION;
            default -> Collator.NO_DECOMPOSITION;
        };
    }
}
