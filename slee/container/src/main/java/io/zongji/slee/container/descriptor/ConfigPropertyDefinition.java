package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A configuration property of a resource adaptor: its {@code java.lang} type by class name, and its default. */
public record ConfigPropertyDefinition(String name, String type, Optional<String> defaultValue) {

    public ConfigPropertyDefinition {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(defaultValue, "defaultValue");
    }
}
