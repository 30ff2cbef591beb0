package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import javax.slee.profile.ProfileSpecificationID;

/** A profile specification a component uses, and the alias by which the rest of its descriptor speaks of it. */
public record ProfileSpecReference(ProfileSpecificationID id, Optional<String> alias) {

    public ProfileSpecReference {
        requireNonNull(id, "id");
        requireNonNull(alias, "alias");
    }
}
