package io.zongji.store.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.store.entity.ProfileRow;
import io.zongji.store.entity.ProfileTableRow;
import io.zongji.store.profile.KeptTable.Specification;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes the profile tables of the SLEE, in the transaction of its caller. */
public final class ProfileTables {

    private static final String DEFAULT_PROFILE = "";

    private final EntityManager database;

    public ProfileTables(EntityManager database) {
        this.database = requireNonNull(database, "database");
    }

    /** @param classes the loader of the classes that values may be of */
    public List<KeptTable> of(Specification specification, ClassLoader classes) {
        return database
                .createQuery(
                        "select t from ProfileTableRow t where t.specificationName = :name and t.specificationVendor = :vendor"
                                + " and t.specificationVersion = :version order by t.name",
                        ProfileTableRow.class)
                .setParameter("name", specification.name())
                .setParameter("vendor", specification.vendor())
                .setParameter("version", specification.version())
                .getResultList()
                .stream()
                .map(table -> read(table, classes))
                .toList();
    }

    private KeptTable read(ProfileTableRow table, ClassLoader classes) {
        Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
        database.createQuery("select p from ProfileRow p where p.tableId = :table order by p.name", ProfileRow.class)
                .setParameter("table", table.getId())
                .getResultList()
                .forEach(profile -> profiles.put(profile.getName(), values(profile, classes)));
        Map<String, Object> defaultProfile = profiles.remove(DEFAULT_PROFILE);
        return new KeptTable(table.getName(), defaultProfile == null ? Map.of() : defaultProfile, profiles);
    }

    private static Map<String, Object> values(ProfileRow profile, ClassLoader classes) {
        Map<String, Object> values = new HashMap<>();
        profile.getValues().forEach((attribute, text) -> values.put(attribute, AttributeText.value(text, classes)));
        return values;
    }

    public void create(Specification specification, KeptTable table) {
        ProfileTableRow row = new ProfileTableRow(
                table.name(), specification.name(), specification.vendor(), specification.version());
        database.persist(row);
        write(row, DEFAULT_PROFILE, table.defaultProfile());
        table.profiles().forEach((name, values) -> write(row, name, values));
    }

    /**
     * Writes what has changed in a table.
     *
     * @param defaultProfile null if it stays as it is
     * @param changed new and changed profiles by name
     */
    public void change(
            String table,
            Map<String, Object> defaultProfile,
            Map<String, Map<String, Object>> changed,
            Set<String> removed) {
        ProfileTableRow row = row(table);
        if (defaultProfile != null) {
            write(row, DEFAULT_PROFILE, defaultProfile);
        }
        changed.forEach((name, values) -> write(row, name, values));
        for (String name : removed) {
            ProfileRow profile = find(row, name);
            if (profile != null) {
                database.remove(profile);
            }
        }
    }

    private void write(ProfileTableRow table, String name, Map<String, Object> values) {
        ProfileRow profile = find(table, name);
        if (profile == null) {
            profile = new ProfileRow(table.getId(), name);
            database.persist(profile);
        }
        Map<String, String> texts = new HashMap<>();
        values.forEach((attribute, value) -> {
            if (value != null) {
                texts.put(attribute, AttributeText.of(value));
            }
        });
        profile.getValues().keySet().retainAll(texts.keySet());
        profile.getValues().putAll(texts);
    }

    private ProfileRow find(ProfileTableRow table, String name) {
        return database.createQuery(
                        "select p from ProfileRow p where p.tableId = :table and p.name = :name", ProfileRow.class)
                .setParameter("table", table.getId())
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    public void rename(String table, String newName) {
        row(table).setName(newName);
    }

    public void remove(String table) {
        ProfileTableRow row = row(table);
        database.createQuery("select p from ProfileRow p where p.tableId = :table", ProfileRow.class)
                .setParameter("table", row.getId())
                .getResultList()
                .forEach(database::remove);
        database.flush();
        database.remove(row);
        // The name is free for what the caller does next.
        database.flush();
    }

    private ProfileTableRow row(String table) {
        return database.createQuery("select t from ProfileTableRow t where t.name = :name", ProfileTableRow.class)
                .setParameter("name", table)
                .getSingleResult();
    }
}
