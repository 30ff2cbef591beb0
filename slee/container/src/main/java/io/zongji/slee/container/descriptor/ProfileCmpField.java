package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A profile attribute for which the descriptor states uniqueness or indexes; the others are found in the interface. */
public record ProfileCmpField(
        String name, boolean unique, Optional<String> uniqueCollator, List<IndexHint> indexHints) {

    public ProfileCmpField {
        requireNonNull(name, "name");
        requireNonNull(uniqueCollator, "uniqueCollator");
        indexHints = List.copyOf(indexHints);
    }

    /** A query operator ({@code equals}, {@code has-prefix}, ...) that will be used on the attribute. */
    public record IndexHint(String queryOperator, Optional<String> collator) {

        public IndexHint {
            requireNonNull(queryOperator, "queryOperator");
            requireNonNull(collator, "collator");
        }
    }
}
