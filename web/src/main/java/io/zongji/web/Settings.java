package io.zongji.web;

import io.zongji.store.entity.BlacklistRow;
import io.zongji.store.entity.ExtensionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What administrators change. Calls follow it once the configuration has been read again after the commit. */
@ApplicationScoped
@Transactional
public class Settings {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    public List<BlacklistRow> blacklist() {
        return database.createQuery("select b from BlacklistRow b order by b.createdAt desc", BlacklistRow.class)
                .getResultList();
    }

    /** False when the number is there already; nothing is changed then. */
    public boolean block(String number, String reason, Instant expires, String login) {
        boolean there = !database.createQuery("select b.id from BlacklistRow b where b.number = :number", Long.class)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
        if (!there) {
            BlacklistRow row = new BlacklistRow();
            row.setNumber(number);
            row.setReason(reason);
            row.setExpiresAt(expires);
            row.setCreatedAt(Clock.systemUTC().instant());
            row.setCreatedBy(login);
            database.persist(row);
        }
        return !there;
    }

    public void unblock(long id) {
        BlacklistRow row = database.find(BlacklistRow.class, id);
        if (row != null) {
            database.remove(row);
        }
    }

    public List<ExtensionRow> extensions() {
        return database.createQuery("select e from ExtensionRow e order by e.number", ExtensionRow.class)
                .getResultList();
    }
}
