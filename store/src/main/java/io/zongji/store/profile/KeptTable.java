package io.zongji.store.profile;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What a profile table holds: attribute values by attribute name. Attributes without a value are missing or null.
 *
 * @param profiles by name, without the default profile
 */
public record KeptTable(String name, Map<String, Object> defaultProfile, Map<String, Map<String, Object>> profiles) {

    /** The identity of a table's specification. */
    public record Specification(String name, String vendor, String version) {

        public Specification {
            requireNonNull(name, "name");
            requireNonNull(vendor, "vendor");
            requireNonNull(version, "version");
        }
    }

    public KeptTable {
        requireNonNull(name, "name");
        requireNonNull(defaultProfile, "defaultProfile");
        requireNonNull(profiles, "profiles");
    }
}
