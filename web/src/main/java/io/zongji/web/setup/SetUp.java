package io.zongji.web.setup;

import io.zongji.store.entity.SettingRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The rows that administrators change. Each change is flushed, so that what contradicts the database is refused here, as a
 * {@link jakarta.persistence.PersistenceException}, and not when the page has been answered. Calls follow a change once the
 * configuration has been read again after the commit.
 */
@ApplicationScoped
@Transactional
public class SetUp {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** All rows in the order of a field. */
    public <T> List<T> all(Class<T> type, String order) {
        return database.createQuery("select r from " + type.getSimpleName() + " r order by r." + order, type)
                .getResultList();
    }

    /** Null when there is none. */
    public <T> T find(Class<T> type, Object id) {
        return database.find(type, id);
    }

    /** What the database has of a row, which may be another than what is being typed; {@link RowState#NONE} when it has none. */
    RowState saved(Object row) {
        Object id = id(row);
        Object there = id == null ? null : database.find(row.getClass(), id);
        return there == null ? RowState.NONE : RowState.of(there);
    }

    /** Null when the row is new and the database gives the id. */
    Object id(Object row) {
        return database.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row);
    }

    public void add(Object row) {
        database.persist(row);
        database.flush();
    }

    /**
     * Writes a row that was read earlier.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else has changed it since
     */
    public void change(Object row) {
        database.merge(row);
        database.flush();
    }

    /**
     * Sets what holds for the whole enterprise.
     *
     * @param name one of {@link io.zongji.store.config.SettingNames}
     */
    public void set(String name, String content) {
        SettingRow row = database.find(SettingRow.class, name);
        if (row == null) {
            row = new SettingRow();
            row.setName(name);
            row.setContent(content);
            database.persist(row);
        } else {
            row.setContent(content);
        }
        database.flush();
    }

    /** Nothing happens when it is gone already. */
    public void remove(Class<?> type, Object id) {
        Object row = database.find(type, id);
        if (row != null) {
            database.remove(row);
            database.flush();
        }
    }
}
