package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A shared key: every SBB that declares this alias sees the same activity context attribute through its own names. */
public record AttributeAlias(String alias, List<String> attributes) {

    public AttributeAlias {
        requireNonNull(alias, "alias");
        attributes = List.copyOf(attributes);
    }
}
