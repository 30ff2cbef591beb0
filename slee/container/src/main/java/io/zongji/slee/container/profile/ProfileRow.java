package io.zongji.slee.container.profile;

/** The values of one profile at one moment, in the order of its specification's attributes. Immutable. */
final class ProfileRow {
    private final String name;
    private final Object[] values;

    /** @param name null for the default profile */
    ProfileRow(String name, Object[] values) {
        this.name = name;
        this.values = values.clone();
    }

    String name() {
        return name;
    }

    Object get(int attribute) {
        return values[attribute];
    }

    Object[] values() {
        return values.clone();
    }

    ProfileRow with(int attribute, Object value) {
        ProfileRow changed = new ProfileRow(name, values);
        changed.values[attribute] = value;
        return changed;
    }

    /** The same values under another name. */
    ProfileRow named(String other) {
        return new ProfileRow(other, values);
    }
}
