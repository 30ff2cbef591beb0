package io.zongji.store.entity;

import io.zongji.domain.config.PhoneNumber;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds customers by how their name, their company or one of their numbers begins. Each is a look-up in an index of its own,
 * so that a million records cost no more than a thousand; in the middle of a text nothing is found.
 */
public final class CustomerSearch {
    /** Of each kind so many are looked at: who gets more types another letter. */
    static final int MOST = 500;

    private static final Pattern SPECIAL = Pattern.compile("[!%_]");

    private CustomerSearch() {}

    /**
     * A page of those who fit, by name.
     *
     * @param text all, when blank
     */
    public static List<CustomerRow> page(EntityManager database, String text, int first, int size) {
        String wanted = text == null ? "" : text.strip();
        if (wanted.isEmpty()) {
            return database.createQuery("select c from CustomerRow c order by c.name, c.id", CustomerRow.class)
                    .setFirstResult(first)
                    .setMaxResults(size)
                    .getResultList();
        }
        Set<String> ids = ids(database, wanted);
        return ids.isEmpty() ? List.of() : rows(database, ids, first, size);
    }

    private static Set<String> ids(EntityManager database, String wanted) {
        Set<String> ids = new LinkedHashSet<>();
        ids.addAll(
                some(database, "select c.id from CustomerRow c where c.nameKey like :start escape '!'", key(wanted)));
        ids.addAll(some(
                database, "select c.id from CustomerRow c where c.companyKey like :start escape '!'", key(wanted)));
        String number = PhoneNumber.normalise(wanted);
        if (!number.isEmpty()) {
            ids.addAll(some(
                    database,
                    "select n.customerId from CustomerNumberRow n where n.number like :start escape '!'",
                    number));
        }
        return ids;
    }

    private static List<String> some(EntityManager database, String query, String start) {
        return database.createQuery(query, String.class)
                .setParameter("start", SPECIAL.matcher(start).replaceAll("!$0") + "%")
                .setMaxResults(MOST)
                .getResultList();
    }

    private static List<CustomerRow> rows(EntityManager database, Collection<String> ids, int first, int size) {
        return database.createQuery(
                        "select c from CustomerRow c where c.id in :ids order by c.name, c.id", CustomerRow.class)
                .setParameter("ids", ids)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** What a name or company is found by. */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
