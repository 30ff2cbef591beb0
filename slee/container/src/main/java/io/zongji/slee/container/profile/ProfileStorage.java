package io.zongji.slee.container.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.slee.profile.ProfileSpecificationID;

/**
 * Where profile tables outlive the SLEE. The container keeps all tables in memory; it reads the storage when a profile
 * specification is installed and writes changes to it while their transaction commits. What a call throws makes the
 * transaction roll back. Calls for one table come one at a time.
 */
public interface ProfileStorage {
    /** Attribute values by name. */
    record Stored(String table, Map<String, Object> defaultProfile, Map<String, Map<String, Object>> profiles) {}

    /**
     * The tables of a specification that were kept.
     *
     * @param classes the loader of the specification, for values of its own classes
     */
    Collection<Stored> tablesOf(ProfileSpecificationID specification, ClassLoader classes);

    void created(ProfileSpecificationID specification, Stored table);

    /**
     * Some profiles of a table change.
     *
     * @param defaultProfile null if it stays as it is
     * @param changed new and changed profiles by name
     */
    void changed(
            String table,
            Map<String, Object> defaultProfile,
            Map<String, Map<String, Object>> changed,
            Set<String> removed);

    void renamed(String table, String newName);

    void removed(String table);

    /** Keeps nothing: tables last as long as the SLEE. */
    static ProfileStorage none() {
        return new ProfileStorage() {
            @Override
            public Collection<Stored> tablesOf(ProfileSpecificationID specification, ClassLoader classes) {
                return List.of();
            }

            @Override
            public void created(ProfileSpecificationID specification, Stored table) {}

            @Override
            public void changed(
                    String table,
                    Map<String, Object> defaultProfile,
                    Map<String, Map<String, Object>> changed,
                    Set<String> removed) {}

            @Override
            public void renamed(String table, String newName) {}

            @Override
            public void removed(String table) {}
        };
    }
}
