package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A reference to an enterprise bean, kept as the descriptor says it. */
public record EjbReference(String name, String type, String home, String remote, Optional<String> link) {

    public EjbReference {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(home, "home");
        requireNonNull(remote, "remote");
        requireNonNull(link, "link");
    }
}
