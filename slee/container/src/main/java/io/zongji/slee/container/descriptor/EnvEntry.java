package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A constant below {@code java:comp/env}: name, {@code java.lang} class name and the value as text. */
public record EnvEntry(String name, String type, Optional<String> value) {

    public EnvEntry {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(value, "value");
    }
}
