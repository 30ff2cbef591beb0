package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

/** The abstract getter of a child relation, the alias of the child's SBB, and the priority new children start with. */
public record ChildRelationMethod(String method, String sbbAlias, byte defaultPriority) {

    public ChildRelationMethod {
        requireNonNull(method, "method");
        requireNonNull(sbbAlias, "sbbAlias");
    }
}
