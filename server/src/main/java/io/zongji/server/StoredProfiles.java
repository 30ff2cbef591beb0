package io.zongji.server;

import io.zongji.slee.container.profile.ProfileStorage;
import io.zongji.store.profile.KeptTable;
import io.zongji.store.profile.KeptTable.Specification;
import io.zongji.store.profile.ProfileTables;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.slee.profile.ProfileSpecificationID;

/**
 * Keeps the SLEE's profile tables in the database. Each change is a transaction of its own there, committed before the
 * SLEE's is: if the database refuses it, the SLEE rolls back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StoredProfiles implements ProfileStorage {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    private ProfileTables tables() {
        return new ProfileTables(database);
    }

    private static Specification specification(ProfileSpecificationID id) {
        return new Specification(id.getName(), id.getVendor(), id.getVersion());
    }

    @Override
    public Collection<Stored> tablesOf(ProfileSpecificationID specification, ClassLoader classes) {
        return tables().of(specification(specification), classes).stream()
                .map(table -> new Stored(table.name(), table.defaultProfile(), table.profiles()))
                .toList();
    }

    @Override
    public void created(ProfileSpecificationID specification, Stored table) {
        tables().create(
                        specification(specification),
                        new KeptTable(table.table(), table.defaultProfile(), table.profiles()));
    }

    @Override
    public void changed(
            String table,
            Map<String, Object> defaultProfile,
            Map<String, Map<String, Object>> changed,
            Set<String> removed) {
        tables().change(table, defaultProfile, changed, removed);
    }

    @Override
    public void renamed(String table, String newName) {
        tables().rename(table, newName);
    }

    @Override
    public void removed(String table) {
        tables().remove(table);
    }
}
