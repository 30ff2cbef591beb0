package io.zongji.slee.container.profile;

import java.util.Objects;
import javax.slee.NoSuchObjectLocalException;

/**
 * Where a local object finds its profile: in the table as the caller's transaction sees it, or in a row as it was at one
 * moment (for events).
 */
public final class ProfileReference {
    private final ProfileTableData table;
    private final String name;
    private final ProfileRow pinned;

    ProfileReference(ProfileTableData table, String name, ProfileRow pinned) {
        this.table = table;
        this.name = name;
        this.pinned = pinned;
    }

    ProfileTableData table() {
        return table;
    }

    String name() {
        return name;
    }

    boolean isPinned() {
        return pinned != null;
    }

    boolean exists() {
        return rowOrNull() != null;
    }

    ProfileRow row() {
        ProfileRow row = rowOrNull();
        if (row == null) {
            throw new NoSuchObjectLocalException("The profile is gone: " + this);
        }
        return row;
    }

    private ProfileRow rowOrNull() {
        return pinned != null ? pinned : table.row(name, table.transactions().require());
    }

    boolean isIdentical(ProfileReference other) {
        return table == other.table && Objects.equals(name, other.name);
    }

    @Override
    public String toString() {
        return table.name() + "/" + name;
    }
}
