package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A term of a static profile query. */
public sealed interface QueryTerm {

    /** What an attribute is compared with: a constant or a parameter of the query; exactly one is present. */
    record Operand(Optional<String> value, Optional<String> parameter) {

        public Operand {
            requireNonNull(value, "value");
            requireNonNull(parameter, "parameter");
            if (value.isPresent() == parameter.isPresent()) {
                throw new IllegalArgumentException("either a value or a parameter is required");
            }
        }
    }

    /** One of the six comparisons by operator, such as {@code less-than}. */
    record Compare(String attribute, String operator, Operand operand, Optional<String> collator) implements QueryTerm {

        public Compare {
            requireNonNull(attribute, "attribute");
            requireNonNull(operator, "operator");
            requireNonNull(operand, "operand");
            requireNonNull(collator, "collator");
        }
    }

    record RangeMatch(String attribute, Operand from, Operand to, Optional<String> collator) implements QueryTerm {

        public RangeMatch {
            requireNonNull(attribute, "attribute");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(collator, "collator");
        }
    }

    record LongestPrefixMatch(String attribute, Operand operand, Optional<String> collator) implements QueryTerm {

        public LongestPrefixMatch {
            requireNonNull(attribute, "attribute");
            requireNonNull(operand, "operand");
            requireNonNull(collator, "collator");
        }
    }

    record HasPrefix(String attribute, Operand operand, Optional<String> collator) implements QueryTerm {

        public HasPrefix {
            requireNonNull(attribute, "attribute");
            requireNonNull(operand, "operand");
            requireNonNull(collator, "collator");
        }
    }

    record And(List<QueryTerm> terms) implements QueryTerm {

        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<QueryTerm> terms) implements QueryTerm {

        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(QueryTerm term) implements QueryTerm {

        public Not {
            requireNonNull(term, "term");
        }
    }
}
