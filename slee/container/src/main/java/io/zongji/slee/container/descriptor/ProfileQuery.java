package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;

/** A static query over the profiles of a table. */
public record ProfileQuery(
        String name, List<Parameter> parameters, boolean readOnly, OptionalLong maxMatches, QueryTerm term) {

    public ProfileQuery {
        requireNonNull(name, "name");
        requireNonNull(maxMatches, "maxMatches");
        requireNonNull(term, "term");
        parameters = List.copyOf(parameters);
    }

    /** A parameter of the query method: name and Java type. */
    public record Parameter(String name, String type) {

        public Parameter {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
        }
    }
}
