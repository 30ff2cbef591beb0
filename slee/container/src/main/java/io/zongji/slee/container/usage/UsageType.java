package io.zongji.slee.container.usage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;

/** A usage interface in the form the runtime uses: its parameters, in the order of their indexes, and new sets of them. */
public record UsageType(List<UsageParameter> parameters, Supplier<UsageSet> newSets) {
    public UsageType {
        parameters = List.copyOf(parameters);
        requireNonNull(newSets, "newSets");
    }

    UsageSet newSet() {
        return newSets.get();
    }
}
