package io.zongji.web.audit;

import io.zongji.domain.call.Direction;
import io.zongji.store.entity.AuditRow;
import io.zongji.store.entity.CallRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the audit log, newest first; never counts it to the end. */
@ApplicationScoped
@Transactional
public class AuditRecords {
    /** Nobody turns more pages than this many rows fill. */
    static final int MOST = 10_000;

    private static final String NEWEST_FIRST = " order by a.id desc";

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** One page of what the filter wants. */
    List<AuditRow> page(AuditFilter filter, int first, int size) {
        return query("select a from AuditRow a", filter, Long.MAX_VALUE, NEWEST_FIRST, AuditRow.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** The customers' numbers in the calls that rows are about, by the ids of the calls. */
    Map<String, String> numbers(List<AuditRow> rows) {
        List<String> calls = rows.stream()
                .map(AuditRow::getCallId)
                .filter(call -> !call.isEmpty())
                .distinct()
                .toList();
        Map<String, String> numbers = new HashMap<>();
        if (!calls.isEmpty()) {
            database.createQuery("select c from CallRow c where c.id in :calls", CallRow.class)
                    .setParameter("calls", calls)
                    .getResultStream()
                    .forEach(call -> numbers.put(call.getId(), customerOf(call)));
        }
        return numbers;
    }

    private static String customerOf(CallRow call) {
        String number = call.getDirection() == Direction.OUTBOUND ? call.getDialled() : call.getCaller();
        return number == null ? "" : number;
    }

    /** The next rows that are older than one; walks through any number of rows in equal steps. */
    List<AuditRow> before(AuditFilter filter, long id, int size) {
        return query("select a from AuditRow a", filter, id, NEWEST_FIRST, AuditRow.class)
                .setMaxResults(size)
                .getResultList();
    }

    /** How many there are, up to {@link #MOST} and one. */
    int count(AuditFilter filter) {
        return query("select 1 from AuditRow a", filter, Long.MAX_VALUE, "", Integer.class)
                .setMaxResults(MOST + 1)
                .getResultList()
                .size();
    }

    private <T> TypedQuery<T> query(String select, AuditFilter filter, long before, String order, Class<T> type) {
        List<String> conditions = new ArrayList<>(List.of("a.id < :before"));
        Map<String, Object> values = new LinkedHashMap<>(Map.of("before", before));
        add(conditions, values, "a.action = :action", "action", filter.action());
        add(conditions, values, "a.occurredAt >= :from", "from", filter.from());
        add(conditions, values, "a.occurredAt < :until", "until", filter.until());
        if (filter.login() != null) {
            add(conditions, values, "a.login like :login escape '!'", "login", escaped(filter.login()) + "%");
        }
        if (filter.about() != null) {
            conditions.add("(a.callId = :call or lower(a.subject) like lower(:subject) escape '!')");
            values.put("call", filter.about());
            values.put("subject", "%" + escaped(filter.about()) + "%");
        }
        TypedQuery<T> query = database.createQuery(select + " where " + String.join(" and ", conditions) + order, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
