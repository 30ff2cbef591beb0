package io.zongji.web.records;

import io.zongji.domain.recording.Channel;
import io.zongji.sbb.events.LegSuspended;
import io.zongji.store.entity.CallRow;
import io.zongji.store.entity.LegRow;
import io.zongji.store.entity.RecordingLedgerRow;
import io.zongji.store.entity.RecordingProblemRow;
import io.zongji.store.entity.RecordingRow;
import io.zongji.store.entity.VoicemailRow;
import io.zongji.store.recording.CallAudio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches records of calls. Made for tables of millions of rows: newest first along an index, never counted to the end. */
@ApplicationScoped
@Transactional
public class CallRecords {
    /** Nobody turns more pages than this many rows fill. */
    public static final int MOST = 10_000;

    private static final String NODE_LOST =
            "e.event_type = 'SUSPENDED' and e.detail like '%" + LegSuspended.MEDIA_NODE_LOST + "%'";

    private static final String NEWEST_FIRST = " order by c.startedAt desc, c.id desc";

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** One page of what the filter wants, newest first. */
    public List<CallRow> page(CallFilter filter, int first, int size) {
        return query("select c from CallRow c", filter, NEWEST_FIRST, CallRow.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** How many there are, up to {@link #MOST} and one. */
    public int count(CallFilter filter) {
        return query("select 1 from CallRow c", filter, "", Integer.class)
                .setMaxResults(MOST + 1)
                .getResultList()
                .size();
    }

    public Optional<CallRow> call(String id) {
        return Optional.ofNullable(database.find(CallRow.class, id));
    }

    public List<LegRow> legs(String call) {
        return byCall("select l from LegRow l where l.callId = :call order by l.ordinal", LegRow.class, call);
    }

    public List<RecordingRow> recordings(String call) {
        return byCall(
                "select r from RecordingRow r where r.callId = :call order by r.startedAt", RecordingRow.class, call);
    }

    /** The parts of the call's recording that can be heard, in order of time. */
    public List<CallAudio.Part> parts(String call) {
        return recordings(call).stream()
                .filter(RecordingRow::isPlayable)
                .map(row -> new CallAudio.Part(row.getFile(), row.getAudioFrom(), Channel.read(row.getChannels())))
                .toList();
    }

    /** Empty while the call or its recording goes on, and when nobody talked. */
    public Optional<RecordingLedgerRow> ledger(String call) {
        return Optional.ofNullable(database.find(RecordingLedgerRow.class, call));
    }

    public List<VoicemailRow> voicemails(String call) {
        return byCall(
                "select v from VoicemailRow v where v.callId = :call order by v.leftAt", VoicemailRow.class, call);
    }

    /** The journal of a call: sequence, type, moment, leg and details as JSON. */
    public List<EventRow> events(String call) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                database.createNativeQuery("""
                select sequence, event_type, occurred_at, leg_id, detail from call_event
                where call_id = :call order by sequence""").setParameter("call", call).getResultList();
        return rows.stream().map(EventRow::of).toList();
    }

    /** Whether the agent had a leg of the call. */
    public boolean tookPart(String agent, String call) {
        return !database.createQuery(
                        "select l.id from LegRow l where l.callId = :call and l.agentId = :agent", String.class)
                .setParameter("call", call)
                .setParameter("agent", agent)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What agents wrote of the call, in order of time. */
    public List<WrapUpNote> wrapUps(String call) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                database.createNativeQuery("""
                select agent_id, codes, note, saved_at from call_wrap_up
                where call_id = :call order by saved_at, agent_id""").setParameter("call", call).getResultList();
        return rows.stream().map(WrapUpNote::of).toList();
    }

    private <T> List<T> page(String query, Class<T> type, int first, int size) {
        return database.createQuery(query, type)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    private int count(String query) {
        return Math.toIntExact(database.createQuery(query, Long.class).getSingleResult());
    }

    public Optional<RecordingRow> recording(String id) {
        return Optional.ofNullable(database.find(RecordingRow.class, id));
    }

    public Optional<VoicemailRow> voicemail(String id) {
        return Optional.ofNullable(database.find(VoicemailRow.class, id));
    }

    /** Messages, those nobody heard yet first, then the newest. */
    public List<VoicemailRow> voicemailPage(int first, int size) {
        return page("""
                        select v from VoicemailRow v
                        order by case when v.heardAt is null then 0 else 1 end, v.leftAt desc""", VoicemailRow.class, first, size);
    }

    public int voicemailCount() {
        return count("select count(v) from VoicemailRow v");
    }

    /** Who heard it first stays. */
    public void markHeard(String id, String login) {
        VoicemailRow message = database.find(VoicemailRow.class, id);
        if (message != null && message.getHeardAt() == null) {
            message.setHeardAt(Clock.systemUTC().instant());
            message.setHeardBy(login);
        }
    }

    /** Problems of recordings, those nobody dealt with first, then the newest. */
    public List<RecordingProblemRow> problemPage(int first, int size) {
        return page("""
                        select p from RecordingProblemRow p
                        order by case when p.resolvedAt is null then 0 else 1 end, p.foundAt desc""", RecordingProblemRow.class, first, size);
    }

    public int problemCount() {
        return count("select count(p) from RecordingProblemRow p");
    }

    /** What is wrong with the files of a call's recording, dealt with or not. */
    public List<RecordingProblemRow> problems(String call) {
        return byCall(
                "select p from RecordingProblemRow p where p.callId = :call order by p.foundAt",
                RecordingProblemRow.class,
                call);
    }

    /** Which of these calls a media node was lost under, which is why talk of them may be missing. */
    public Set<String> withLostNode(Collection<String> calls) {
        if (calls.isEmpty()) {
            return Set.of();
        }
        @SuppressWarnings("unchecked")
        List<String> found = database.createNativeQuery(
                        "select distinct e.call_id from call_event e where e.call_id in (:calls) and " + NODE_LOST)
                .setParameter("calls", calls)
                .getResultList();
        return Set.copyOf(found);
    }

    /**
     * Deals with all gaps of calls that a media node was lost under: they have one reason, which nobody can undo.
     *
     * @return how many there were
     */
    public int resolveGapsOfLostNodes(String login) {
        return database.createNativeQuery("update recording_problem set resolved_at = :now, resolved_by = :login"
                        + " where resolved_at is null and kind = 'gap' and exists (select 1 from call_event e"
                        + " where e.call_id = recording_problem.call_id and " + NODE_LOST + ")")
                .setParameter("now", Clock.systemUTC().instant())
                .setParameter("login", login)
                .executeUpdate();
    }

    /** Who dealt with it first stays. */
    public void resolveProblem(String id, String login) {
        RecordingProblemRow problem = database.find(RecordingProblemRow.class, id);
        if (problem != null && problem.getResolvedAt() == null) {
            problem.resolve(login, Clock.systemUTC().instant());
        }
    }

    /** The last calls from these numbers and to them. */
    public List<CallRow> contacts(List<String> numbers, int most) {
        return database.createQuery("""
                        select c from CallRow c where c.caller in :numbers
                        or c.dialled in :numbers and c.direction = io.zongji.domain.call.Direction.OUTBOUND""" + NEWEST_FIRST, CallRow.class)
                .setParameter("numbers", numbers)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> List<T> byCall(String query, Class<T> type, String call) {
        return database.createQuery(query, type).setParameter("call", call).getResultList();
    }

    private <T> TypedQuery<T> query(String select, CallFilter filter, String order, Class<T> type) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.number() != null) {
            conditions.add("(c.caller like :number escape '!' or c.dialled like :number escape '!')");
            values.put("number", filter.number().replaceAll("([!%_])", "!$1") + "%");
        }
        add(conditions, values, "c.agentId = :agent", "agent", filter.agent());
        add(conditions, values, "c.queueId = :queue", "queue", filter.queue());
        add(conditions, values, "c.outcome = :outcome", "outcome", filter.outcome());
        add(conditions, values, "c.startedAt >= :from", "from", filter.from());
        add(conditions, values, "c.startedAt < :until", "until", filter.until());
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = database.createQuery(select + where + order, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
