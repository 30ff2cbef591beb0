package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import javax.slee.SbbID;

/** Another SBB under the alias by which this SBB's descriptor speaks of it. */
public record SbbReference(SbbID id, String alias) {

    public SbbReference {
        requireNonNull(id, "id");
        requireNonNull(alias, "alias");
    }
}
