package io.zongji.slee.container.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the static queries of profile specifications. */
final class QueryElements {

    private static final Set<String> TERMS =
            Set.of("compare", "range-match", "longest-prefix-match", "has-prefix", "and", "or", "not");
    private static final QueryTerm NOTHING = new QueryTerm.And(List.of());

    private QueryElements() {}

    static ProfileQuery query(Element query) {
        Optional<Element> options = query.child("query-options");
        return new ProfileQuery(
                query.requiredAttribute("name"),
                query.children("query-parameter").stream()
                        .map(parameter -> new ProfileQuery.Parameter(
                                parameter.requiredAttribute("name"), parameter.requiredAttribute("type")))
                        .toList(),
                options.map(found -> found.flag("read-only", true)).orElse(true),
                options.map(QueryElements::maxMatches).orElse(OptionalLong.empty()),
                onlyTerm(query));
    }

    private static OptionalLong maxMatches(Element options) {
        Optional<String> text = options.attribute("max-matches");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException e) {
            options.fault("attribute 'max-matches' must be a whole number, but is '" + text.get() + "'");
            return OptionalLong.empty();
        }
    }

    private static QueryTerm onlyTerm(Element parent) {
        List<Element> terms = parent.childrenAmong(TERMS);
        if (terms.size() != 1) {
            parent.fault("needs exactly one of "
                    + String.join(", ", TERMS.stream().sorted().toList()));
            return NOTHING;
        }
        return term(terms.get(0));
    }

    private static List<QueryTerm> terms(Element parent) {
        List<Element> terms = parent.childrenAmong(TERMS);
        if (terms.size() < 2) {
            parent.fault("joins at least two terms");
        }
        return terms.stream().map(QueryElements::term).toList();
    }

    private static QueryTerm term(Element term) {
        return switch (term.name()) {
            case "and" -> new QueryTerm.And(terms(term));
            case "or" -> new QueryTerm.Or(terms(term));
            case "not" -> new QueryTerm.Not(onlyTerm(term));
            case "compare" ->
                new QueryTerm.Compare(attribute(term), term.requiredAttribute("op"), operand(term, ""), collator(term));
            case "range-match" ->
                new QueryTerm.RangeMatch(attribute(term), operand(term, "from-"), operand(term, "to-"), collator(term));
            case "longest-prefix-match" ->
                new QueryTerm.LongestPrefixMatch(attribute(term), operand(term, ""), collator(term));
            default -> new QueryTerm.HasPrefix(attribute(term), operand(term, ""), collator(term));
        };
    }

    private static String attribute(Element term) {
        return term.requiredAttribute("attribute-name");
    }

    private static Optional<String> collator(Element term) {
        return term.attribute("collator-ref");
    }

    private static QueryTerm.Operand operand(Element term, String prefix) {
        Optional<String> value = term.attribute(prefix + "value");
        Optional<String> parameter = term.attribute(prefix + "parameter");
        if (value.isPresent() == parameter.isPresent()) {
            term.fault("needs either the attribute '" + prefix + "value' or '" + prefix + "parameter'");
            return new QueryTerm.Operand(Optional.of("?"), Optional.empty());
        }
        return new QueryTerm.Operand(value, parameter);
    }
}
