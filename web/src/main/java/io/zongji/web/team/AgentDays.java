package io.zongji.web.team;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.StateShares;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.store.entity.AgentEventRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What agents have done today, from the records. */
@ApplicationScoped
@Transactional
public class AgentDays {
    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /**
     * An agent's day so far.
     *
     * @param calls    conversations as the agent or a colleague; those in which a supervisor only took part do not count
     * @param talk     in them, without holds
     * @param notReady busy or at rest
     */
    record Day(long calls, Duration talk, Duration notReady) {}

    Day of(AgentId agent, Instant from, Instant now) {
        Object[] legs = database.createQuery("""
                        select count(l), coalesce(sum(l.talkMs), 0) from LegRow l
                        where l.agentId = :agent and l.startedAt >= :from and l.answeredAt is not null
                        and l.role <> 'supervisor'""", Object[].class)
                .setParameter("agent", agent.value())
                .setParameter("from", from)
                .getSingleResult();
        Map<AgentState, Duration> shares = StateShares.of(stateAt(agent, from), events(agent, from), from, now);
        return new Day(
                ((Number) legs[0]).longValue(),
                Duration.ofMillis(((Number) legs[1]).longValue()),
                shares.getOrDefault(AgentState.BUSY, Duration.ZERO)
                        .plus(shares.getOrDefault(AgentState.REST, Duration.ZERO)));
    }

    private AgentState stateAt(AgentId agent, Instant moment) {
        return database.createQuery("""
                        select e from AgentEventRow e where e.agentId = :agent and e.occurredAt < :moment
                        order by e.occurredAt desc, e.position desc""", AgentEventRow.class)
                .setParameter("agent", agent.value())
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AgentEventRow::getState)
                .orElse(AgentState.SIGNED_OUT);
    }

    private List<AgentEvent> events(AgentId agent, Instant from) {
        return database.createQuery("""
                        select e from AgentEventRow e where e.agentId = :agent and e.occurredAt >= :from
                        order by e.position""", AgentEventRow.class)
                .setParameter("agent", agent.value())
                .setParameter("from", from)
                .getResultStream()
                .map(row -> new AgentEvent(agent, row.getState(), row.getReason(), row.getOccurredAt(), null))
                .toList();
    }
}
